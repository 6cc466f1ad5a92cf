package status_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// samples is how many small data sets each property is tried on.
const samples = 400

// eachSample tries a property on rows of the country AAA. The generator is seeded, so that a failure
// comes again.
func eachSample(t *testing.T, holds property) {
	t.Helper()
	for seed := range uint64(samples) {
		r := rand.New(rand.NewPCG(seed, 2026))
		rows := randomRows(r)
		if holds(t, r, rows); t.Failed() {
			t.Fatalf("rows of seed %d: %+v", seed, rows)
		}
	}
}

func randomRows(r *rand.Rand) []row {
	rows := make([]row, 1+r.IntN(9))
	for i := range rows {
		rows[i] = randomRow(r)
	}
	return rows
}

// property fails a test where it does not hold for some rows and whatever is drawn.
type property func(t *testing.T, r *rand.Rand, rows []row)

// drawn gives what a fuzzer wrote where chance is asked for, and always the same after that.
type drawn struct {
	data []byte
	then rand.PCG
}

func (d *drawn) Uint64() uint64 {
	if len(d.data) == 0 {
		return d.then.Uint64()
	}
	var eight [8]byte
	d.data = d.data[copy(eight[:], d.data):]
	return binary.LittleEndian.Uint64(eight[:])
}

// Whatever is drawn, all properties hold.
func FuzzStatuses(f *testing.F) {
	f.Add([]byte("\x01\x02\x03"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, holds := range []property{orderNeverMatters, olderNeverChangesTheLatest, derivedNeverBeatsStated, agreementNeverContests, tier4AloneNeverContests, partNeverConcludesForTheWhole, everyStatementIsKept} {
			r := rand.New(&drawn{data: data})
			holds(t, r, randomRows(r))
		}
	})
}

// randomRow has a period from 2010 to 2025; few enough that rows meet in one.
func randomRow(r *rand.Rand) row {
	one := row{indicator: pick(r, nsp, nsp, people, women), period: 2010 + 3*r.IntN(6),
		source: pick(r, "t", "o") + fmt.Sprint(1+r.IntN(4)), confidence: pick(r, "stated", "stated", "implied", "derived")}
	switch one.indicator {
	case nsp:
		one.value = pick(r, "yes", "yes", "no", "no", "unknown")
	case women:
		one.basis = pick(r, "entrants", "new_entrants", "clients+alcohol", "oat_clients", "sample", "claims")
		fallthrough
	default:
		if one.value = fmt.Sprint(10 * r.IntN(4)); r.IntN(5) == 0 {
			one.value, one.low, one.high = "", "10", "20"
		}
	}
	return one
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

func TestOrderNeverMatters(t *testing.T) { eachSample(t, orderNeverMatters) }

func orderNeverMatters(t *testing.T, r *rand.Rand, rows []row) {
	one := load(t, rows)
	other := *one
	other.Observations = slices.Clone(one.Observations)
	r.Shuffle(len(rows), func(i, j int) {
		other.Observations[i], other.Observations[j] = other.Observations[j], other.Observations[i]
	})
	if diff := cmp.Diff(allWords(status.Of(one)), allWords(status.Of(&other))); diff != "" {
		t.Errorf("-one order +another:\n%s", diff)
	}
}

func TestOlderNeverChangesTheLatest(t *testing.T) { eachSample(t, olderNeverChangesTheLatest) }

func olderNeverChangesTheLatest(t *testing.T, r *rand.Rand, rows []row) {
	before := status.Of(load(t, rows))
	for _, s := range before.All {
		older := randomRow(r)
		older.indicator, older.basis, older.period = s.Indicator, s.Basis, s.Latest.Period-1-r.IntN(20)
		if older.value == "" || s.Indicator == nsp != (older.low == "" && !number(older.value)) {
			older.value, older.low, older.high = map[bool]string{true: "no", false: "99"}[s.Indicator == nsp], "", ""
		}
		after := seriesOf(status.Of(load(t, append(slices.Clone(rows), older))), s)
		if diff := cmp.Diff(reasoningOf(s.Latest), reasoningOf(after.Latest)); diff != "" || figure(s.Latest.Lead) != figure(after.Latest.Lead) {
			t.Errorf("%+v changes the latest of\n%s%s", older, words(s), diff)
		}
	}
}

// number tells whether a value of randomRow is one.
func number(value string) bool { return value != "" && value[0] >= '0' && value[0] <= '9' }

func seriesOf(a *status.Atlas, like status.Series) status.Series {
	for _, s := range a.Series(like.Indicator, like.Country) {
		if s.Basis == like.Basis {
			return s
		}
	}
	return status.Series{Latest: status.Conclude(nil)}
}

// TestDerivedNeverBeatsStated: where anything is stated or implied, the derived rows of the
// period could be missing.
func TestDerivedNeverBeatsStated(t *testing.T) { eachSample(t, derivedNeverBeatsStated) }

func derivedNeverBeatsStated(t *testing.T, _ *rand.Rand, rows []row) {
	spoken := map[string]bool{}
	for _, r := range rows {
		spoken[at(r)] = spoken[at(r)] || r.confidence != "derived"
	}
	without := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.confidence == "derived" && spoken[at(r)] })
	after := status.Of(load(t, without))
	for _, s := range status.Of(load(t, rows)).All {
		same := seriesOf(after, s)
		for i, c := range s.Periods {
			got, want := reasoningOf(c), reasoningOf(same.Periods[i])
			got.Silent, want.Silent = "", ""
			if got != want || c.Derived == spoken[fmt.Sprint(s.Indicator, s.Basis, c.Period)] {
				t.Errorf("%d: %+v, without the derived rows %+v", c.Period, got, want)
			}
		}
	}
}

func at(r row) string { return fmt.Sprint(r.indicator, r.basis, r.period) }

func TestAgreementNeverContests(t *testing.T) { eachSample(t, agreementNeverContests) }

func agreementNeverContests(t *testing.T, r *rand.Rand, rows []row) {
	for _, s := range status.Of(load(t, rows)).All {
		for i, c := range s.Periods {
			if !c.State.Known() {
				continue
			}
			agreeing := randomRow(r)
			agreeing.indicator, agreeing.basis, agreeing.period = nsp, "", c.Period
			agreeing.value, agreeing.low, agreeing.high = string(c.State), "", ""
			after := seriesOf(status.Of(load(t, append(slices.Clone(rows), agreeing))), s)
			if after.Periods[i].State != c.State {
				t.Errorf("%+v makes %d %s, before %s", agreeing, c.Period, after.Periods[i].State, c.State)
			}
		}
	}
}

// TestTier4AloneNeverContests: nor does it ever change a yes or a no that better tiers say.
func TestTier4AloneNeverContests(t *testing.T) { eachSample(t, tier4AloneNeverContests) }

func tier4AloneNeverContests(t *testing.T, r *rand.Rand, rows []row) {
	for _, s := range status.Of(load(t, rows)).All {
		for i, c := range s.Periods {
			if !c.State.Known() || c.Derived || c.Lead.Tier == 4 {
				continue
			}
			news := row{period: c.Period, source: "t4", value: pick(r, "yes", "no", "unknown")}
			after := seriesOf(status.Of(load(t, append(slices.Clone(rows), news))), s).Periods[i]
			if after.State != c.State || after.Lead.Source != c.Lead.Source {
				t.Errorf("%+v makes %d %s by %s, before %s by %s", news, c.Period, after.State, after.Lead.Source, c.State, c.Lead.Source)
			}
		}
	}
}

func TestPartNeverConcludesForTheWhole(t *testing.T) { eachSample(t, partNeverConcludesForTheWhole) }

func partNeverConcludesForTheWhole(t *testing.T, r *rand.Rand, rows []row) {
	part := randomRow(r)
	part.basis, part.period = "subnational", 2026
	before, after := status.Of(load(t, rows)), status.Of(load(t, append(slices.Clone(rows), part)))
	for _, indicator := range []string{nsp, people, women} {
		one, ok := before.Headline(indicator, "AAA")
		other, still := after.Headline(indicator, "AAA")
		if ok != still || ok && words(one) != words(other) {
			t.Errorf("%+v changes the headline:\n%s%s", part, words(one), words(other))
		}
	}
}

// TestEveryStatementIsKept: each row is in exactly one place of exactly one conclusion.
func TestEveryStatementIsKept(t *testing.T) { eachSample(t, everyStatementIsKept) }

func everyStatementIsKept(t *testing.T, _ *rand.Rand, rows []row) {
	seen := map[string]int{}
	for _, s := range status.Of(load(t, rows)).All {
		for _, c := range s.Periods {
			for _, one := range slices.Concat([]status.Statement{c.Lead}, c.Agree, c.Against, c.Silent) {
				seen[one.Locator]++
			}
		}
	}
	for i := range rows {
		if n := seen[fmt.Sprintf("p. %d", i)]; n != 1 {
			t.Errorf("row %d stands in %d places", i, n)
		}
	}
}
