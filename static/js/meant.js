// Names what a wrong address may have meant: its last word that is like a name.
async function meant() {
  const section = document.querySelector('.meant'), form = document.querySelector('form.find');
  const { find, address } = await import(form.dataset.script);
  const words = decodeURIComponent(location.pathname).split('/').filter(Boolean).reverse();
  for (const [i, word] of words.entries()) {
    if (i && word.length < 3) continue; // a code stands at the end
    const hits = (await find(word.replace(/[-_+]|\.\w+$/g, ' '))).slice(0, 3);
    for (const hit of hits) {
      const a = Object.assign(document.createElement('a'), { href: address(form, hit), textContent: hit.name });
      section.querySelector('ul').appendChild(document.createElement('li')).append(a);
    }
    section.hidden = !hits.length;
    if (hits.length) break;
  }
}

meant();
