// What script adds to profiles alone: the citation of a single value, which the address or a link
// beside the value names.
function values(section) {
  const write = (selector, text) => section.querySelectorAll(selector).forEach((place) => { place.textContent = text; });
  const whole = section.querySelector('.cited').textContent;
  const [page] = section.querySelector('.cited-at').textContent.split('#');
  const one = section.querySelector('.cite-one');
  const show = () => {
    const value = document.getElementById(location.hash.slice(1))?.closest('.entry, .other');
    const own = (part) => value?.querySelector(`:scope > ${part}, :scope > div > ${part}`); // not that of a figure apart
    const said = own('.said');
    const answer = said && [own('.answer [data-status]'), own('[data-basis]')].map((text) => text?.textContent.trim()).filter(Boolean).join('. ');
    one.hidden = !said;
    write('.cited-at', page + (said ? `#${value.id}` : ''));
    write('.cited', said ? section.dataset.value.replace('{indicator}', value.closest('.entry').querySelector('h3').textContent)
      .replace('{answer}', answer) : whole);
    if (said) one.querySelector('.ground').replaceChildren(...said.cloneNode(true).childNodes);
  };
  addEventListener('hashchange', show);
  document.querySelectorAll('.cite-value a').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', link.hash);
    show();
    one.tabIndex = -1;
    one.focus();
    section.scrollIntoView();
  }));
  show();
}

document.querySelectorAll('.cite[data-value]').forEach(values);
