// Adds to the citations of a page the day of reading, and buttons that copy.
function cite(section) {
  const today = new Date().toLocaleDateString('sv'); // Swedish dates are ISO 8601
  for (const place of section.querySelectorAll('.accessed')) place.textContent = today;
  if (navigator.clipboard) copying(section, section.dataset);
}

function copying(section, { copy, copied }) {
  const status = section.appendChild(document.createElement('p'));
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  for (const text of section.querySelectorAll('.citation')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    button.setAttribute('aria-describedby', text.closest('div').firstElementChild.id);
    text.after(button);
    const say = (word, news) => { button.textContent = word; status.textContent = news; };
    button.onclick = () => navigator.clipboard.writeText(text.textContent).then(() => {
      say(copied, copied);
      setTimeout(say, 3000, copy, '');
    }, () => getSelection().selectAllChildren(text));
  }
}

document.querySelectorAll('.cite').forEach(cite);
