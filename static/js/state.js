// What a map shows stands in the address, so that a link shows the same and Back goes back:
// #year=2018&view=asia. Links to other maps take it along.
const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

export function state(figure, parts) {
  const links = [...document.querySelectorAll('.choose a')];
  const tell = () => {
    const text = new URLSearchParams(parts.map(({ name, get }) => [name, get()]).filter(([, value]) => value)).toString();
    for (const link of links) link.hash = text;
    return location.pathname + location.search + (text && `#${decodeURIComponent(text)}`);
  };
  const ours = () => { const now = read(); return parts.some(({ name }) => name in now); };
  const restore = async () => {
    const now = read();
    if (location.hash && !ours()) return; // an anchor of the page
    for (const { name, set } of parts) await set(now[name]);
    tell();
  };
  figure.addEventListener('mapchange', ({ detail: settled }) => {
    if (!settled) return; // still moving
    const address = tell();
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
  });
  addEventListener('popstate', restore);
  if (ours()) restore();
}
