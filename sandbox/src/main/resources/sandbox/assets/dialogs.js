/* Modals, questions before a click counts, and menus that close when one looks elsewhere. */
(() => {
  'use strict';

  /* A modal that arrived is shown above everything; the focus stays inside. */
  function showModals() {
    for (const modal of document.querySelectorAll('dialog[data-modal]:not([open])')) {
      modal.showModal();
      const first = modal.querySelector('[data-focus]') || modal.querySelector('.modal-body :is(input, select, textarea)');
      (first || modal.querySelector('[data-close]')).focus();
      modal.addEventListener('cancel', (event) => {
        event.preventDefault();
        modal.querySelector('[data-close]').click();
      });
    }
    document.querySelector('.b-input.wrong :is(input, select, textarea)')?.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('page:arrived', showModals);

  /* "Are you sure?" as the app asked for it. */
  document.addEventListener('htmx:confirm', (event) => {
    const words = event.detail.elt.querySelector?.(':scope > template[data-confirm]');
    if (!words) return;
    event.preventDefault();
    const dialog = document.createElement('dialog');
    dialog.className = 'ask';
    dialog.append(words.content.cloneNode(true));
    const title = dialog.querySelector('h2');
    title.id = 'ask-title';
    dialog.setAttribute('aria-labelledby', title.id);
    dialog.addEventListener('click', (click) => {
      const answer = click.target.closest('button')?.value;
      if (!answer) return;
      dialog.close();
      if (answer === 'yes') event.detail.issueRequest(true);
    });
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  });

  /* A menu closes after a choice, a click elsewhere, or Escape. */
  function closeMenus(except) {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (menu !== except) menu.open = false;
    }
  }
  document.addEventListener('click', (event) => {
    const menu = event.target.closest('details.menu');
    const chosen = event.target.closest('.sheet button, .sheet a');
    closeMenus(chosen ? null : menu);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('details.menu[open]');
    if (!menu) return;
    closeMenus(null);
    menu.querySelector('summary').focus();
  });

  /* The palette of emoji is there once; a message's menu has it from when it is first opened. */
  function fill(picker) {
    if (!picker) return;
    picker.append(document.getElementById('palette').content.cloneNode(true));
    htmx.process(picker);
  }

  /* A menu opens upwards where there is no room below. */
  document.addEventListener('toggle', (event) => {
    const menu = event.target;
    if (!menu.matches?.('details.menu') || !menu.open) return;
    fill(menu.querySelector('.picker:empty'));
    menu.classList.remove('up');
    const room = menu.closest('.log, .modal-body')?.getBoundingClientRect().bottom ?? innerHeight;
    const sheet = menu.querySelector('.sheet').getBoundingClientRect();
    menu.classList.toggle('up', sheet.bottom > room);
  }, true);
})();
