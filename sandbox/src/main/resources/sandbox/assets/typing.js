/* The composer: Enter sends, Shift+Enter breaks the line, "/" and "@" offer what can follow. */
(() => {
  'use strict';

  const commands = () => JSON.parse(document.getElementById('app').dataset.commands);

  const box = (element) => element.closest?.('[data-composer] textarea');

  function grow(area) {
    area.rows = Math.min(12, Math.max(1, area.value.split('\n').length));
  }

  function list(area) {
    return document.getElementById(area.getAttribute('aria-controls'));
  }

  /** What may stand here: commands at the start, people and the app after an @. */
  function offers(area) {
    const before = area.value.slice(0, area.selectionStart);
    if (/^\/\S*$/.test(before)) {
      return commands().filter(({ name }) => name.startsWith(before))
        .map(({ name, usage, about }) => ({ from: 0, put: name + ' ', name: `${name} ${usage}`, about }));
    }
    const mention = before.match(/(?:^|\s)@([a-z0-9._-]*)$/i);
    if (!mention) return [];
    const start = before.length - mention[1].length - 1;
    const { app, appName } = document.getElementById('app').dataset;
    return [...document.querySelectorAll('#top [data-person]')]
      .map((link) => ({ handle: link.dataset.person, name: link.title.replace(/^Be /, '') }))
      .concat({ handle: app, name: appName })
      .filter((one) => (one.handle + ' ' + one.name.toLowerCase()).includes(mention[1].toLowerCase()))
      .map((one) => ({ from: start, put: '@' + one.handle + ' ', name: one.name, about: '@' + one.handle }));
  }

  function suggest(area) {
    const sheet = list(area);
    const found = offers(area);
    sheet.replaceChildren(...found.map((offer, place) => {
      const row = document.createElement('div');
      row.className = 'suggestion';
      row.id = sheet.id + '-' + place;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', place === 0 ? 'true' : 'false');
      const name = document.createElement('b');
      name.textContent = offer.name;
      const about = document.createElement('span');
      about.textContent = offer.about;
      row.append(name, about);
      row.addEventListener('mousedown', (press) => {
        press.preventDefault();
        accept(area, offer);
      });
      row.offer = offer;
      return row;
    }));
    sheet.hidden = found.length === 0;
    if (sheet.hidden) area.removeAttribute('aria-activedescendant');
    else area.setAttribute('aria-activedescendant', sheet.id + '-0');
  }

  function accept(area, offer) {
    area.setRangeText(offer.put, offer.from, area.selectionStart, 'end');
    suggest(area);
  }

  function move(area, sheet, step) {
    const rows = [...sheet.children];
    const at = rows.findIndex((row) => row.getAttribute('aria-selected') === 'true');
    const next = (at + step + rows.length) % rows.length;
    rows.forEach((row, place) => row.setAttribute('aria-selected', place === next ? 'true' : 'false'));
    area.setAttribute('aria-activedescendant', rows[next].id);
    rows[next].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('input', (event) => {
    const area = box(event.target);
    if (!area) return;
    grow(area);
    suggest(area);
  });

  document.addEventListener('keydown', (event) => {
    const area = box(event.target);
    if (!area || event.isComposing) return;
    const sheet = list(area);
    const open = !sheet.hidden;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      move(area, sheet, event.key === 'ArrowDown' ? 1 : -1);
    } else if (open && event.key === 'Escape') {
      sheet.hidden = true;
    } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !whole(area, sheet)))) {
      accept(area, sheet.querySelector('[aria-selected="true"]').offer);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (area.value.trim()) area.form.requestSubmit();
    } else {
      return;
    }
    event.preventDefault();
  });

  /** The word is already typed in full: Enter sends it. */
  function whole(area, sheet) {
    const offer = sheet.querySelector('[aria-selected="true"]').offer;
    return area.value.slice(offer.from, area.selectionStart) === offer.put.trim();
  }

  /*
   * Sends one after the other, in the order typed. The box is emptied at once; what the workspace
   * refuses comes back into it, with the reason.
   */
  let sending = Promise.resolve();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('[data-composer]')) return;
    event.preventDefault();
    const area = form.querySelector('textarea');
    const text = area.value;
    const body = new URLSearchParams(new FormData(form));
    body.set('as', document.getElementById('app').dataset.as);
    area.value = '';
    grow(area);
    suggest(area);
    // What is answered stands at the end: whoever had scrolled up would not see it.
    const log = form.parentElement.querySelector('.log');
    log.scrollTop = log.scrollHeight;
    area.focus();
    sending = sending
      .then(() => fetch(form.action, { method: 'POST', body }))
      .then((answer) => (answer.ok ? answer.text() : '<p>This could not be sent. Is the sandbox still running?</p>'))
      .catch(() => '<p>The sandbox does not answer. Is it still running?</p>')
      .then((problem) => {
        if (!problem) return;
        say(problem);
        if (!area.value) area.value = text;
        grow(area);
      });
  });

  function say(html) {
    const words = new DOMParser().parseFromString(html, 'text/html').querySelector('p');
    if (words) document.getElementById('notice').replaceChildren(document.adoptNode(words));
  }

  document.addEventListener('focusout', (event) => {
    const area = box(event.target);
    if (area) list(area).hidden = true;
  });

  /* A place that was just opened is ready to be typed in. */
  document.addEventListener('page:arrived', (event) => {
    if (!event.detail.moved || matchMedia('(hover: none)').matches || document.querySelector('dialog[open]')) return;
    const areas = document.querySelectorAll('[data-composer] textarea');
    areas[areas.length - 1]?.focus({ preventScroll: true });
  });
})();
