// Tells on a page of the preview what is to be repaired, and loads the page anew when there is
// another. The built site has none of this.
const built = new URL(import.meta.url).searchParams.get("built");
const most = 20; // findings; the terminal has all

function element(name, ...children) {
  const e = document.createElement(name);
  e.append(...children);
  return e;
}

// The styles of the page and those of the banner do not see each other.
const host = Object.assign(element("div"), { id: "atlas-preview", lang: "en", dir: "ltr", role: "alert" });
const styles = Object.assign(element("link"), { rel: "stylesheet", href: "/__atlas/banner.css" });
const banner = element("div");
host.attachShadow({ mode: "open" }).append(styles, banner);
document.body.append(host);

function line({ place, text, want }) {
  const item = element("li", text);
  if (place) item.prepend(element("code", place), ": ");
  if (want) item.append("; want ", element("strong", want));
  return item;
}

function show(findings) {
  const title = findings.length === 1 ? "One thing to repair" : `${findings.length} things to repair`;
  const list = element("ul", ...findings.slice(0, most).map(line));
  if (findings.length > most) list.append(element("li", `${findings.length - most} more: see the terminal`));
  const dismiss = Object.assign(element("button", "Dismiss"), { type: "button" });
  dismiss.addEventListener("click", () => banner.replaceChildren());
  const note = "A build would stop here. Until it is repaired, you see the last good pages.";
  banner.replaceChildren(element("section", element("h2", title), element("p", note), list, dismiss));
}

let last = "[]";

new EventSource("/__atlas/findings").addEventListener("message", ({ data }) => {
  const news = JSON.parse(data);
  if (String(news.built) !== built) return location.reload();
  if (JSON.stringify(news.findings) === last) return; // what was dismissed stays away
  last = JSON.stringify(news.findings);
  if (news.findings.length > 0) show(news.findings);
  else banner.replaceChildren();
});
