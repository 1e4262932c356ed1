/*
 * Keeps the page in step with the workspace. The server says by EventSource that something changed;
 * the page then asks for what this person sees by now, if it is not what it has, and only what differs is
 * put in place, so that typed words, open menus and the reading position stay.
 */
(() => {
  'use strict';

  const app = () => document.getElementById('app');

  function copyAttributes(from, to) {
    for (const { name, value } of from.attributes) {
      if (to.getAttribute(name) !== value) to.setAttribute(name, value);
    }
    for (const { name } of [...to.attributes]) {
      if (!from.hasAttribute(name) && name !== 'open') to.removeAttribute(name);
    }
  }

  /** What was typed or chosen, by field name. */
  function typed(root) {
    const values = new Map();
    for (const field of root.querySelectorAll('input[name], textarea[name], select[name]')) {
      const checks = field.type === 'checkbox' || field.type === 'radio';
      values.set(field.name + (checks ? '=' + field.value : ''), checks ? field.checked : field.value);
    }
    return values;
  }

  function retype(root, values) {
    for (const field of root.querySelectorAll('.b-input :is(input, textarea, select)[name]')) {
      const checks = field.type === 'checkbox' || field.type === 'radio';
      const key = field.name + (checks ? '=' + field.value : '');
      if (!values.has(key)) continue;
      if (checks) field.checked = values.get(key);
      else field.value = values.get(key);
    }
  }

  function replace(now, next, fresh) {
    const values = typed(now);
    const focused = now.contains(document.activeElement) ? document.activeElement : null;
    now.replaceWith(next);
    retype(next, values);
    if (focused === now) next.focus({ preventScroll: true });
    else if (focused) refocus(next, focused);
    fresh.push(next);
  }

  function refocus(root, before) {
    const same = before.name
      ? [...root.querySelectorAll('[name]')].find((field) => field.name === before.name)
      : [...root.querySelectorAll(before.tagName)].find(
          (one) => one.textContent === before.textContent && one.className === before.className);
    if (same) same.focus({ preventScroll: true });
  }

  /**
   * Makes the children of one keyed element those of another; unchanged ones stay untouched. What is
   * gone goes first, as what stays need not be moved then and keeps its focus.
   */
  function merge(now, next, fresh) {
    copyAttributes(next, now);
    const known = new Map([...now.children].map((child) => [child.id, child]));
    const kept = new Set([...next.children].map((child) => child.id));
    for (const [id, child] of known) if (!kept.has(id)) child.remove();
    let cursor = now.firstElementChild;
    for (const child of [...next.children]) {
      let here = known.get(child.id);
      if (!here) {
        now.insertBefore(child, cursor);
        fresh.push(child);
        continue;
      }
      if (here !== cursor) now.insertBefore(here, cursor);
      if (child.hasAttribute('data-keyed')) {
        merge(here, child, fresh);
      } else if (child.dataset.v !== here.dataset.v || child.className !== here.className.replace(/ ?htmx-\S+/g, '')) {
        replace(here, child, fresh);
        here = child;
      }
      cursor = here.nextElementSibling;
    }
  }

  /** Shows what the server says one sees. */
  function show(html) {
    const next = new DOMParser().parseFromString(html, 'text/html').getElementById('app');
    if (!next) return;
    const moved = next.dataset.place !== app().dataset.place;
    const fresh = [];
    merge(app(), next, fresh);
    fresh.forEach((element) => htmx.process(element));
    document.title = app().dataset.title;
    arrived(moved);
  }

  /* One fetch at a time; what changes meanwhile is fetched right after it. */
  let fetching = false;
  let stale = false;
  let moves = 0;
  let seen = ''; // the ETag of what is shown; empty if it came with the whole page
  async function refresh() {
    stale = true;
    if (fetching) return;
    fetching = true;
    while (stale) {
      stale = false;
      const address = app().dataset.live;
      const known = seen;
      try {
        const answer = await fetch(address, { headers: { 'If-None-Match': known } });
        const html = await answer.text();
        if (address !== app().dataset.live || known !== seen) stale = true;
        else if (answer.ok) {
          show(html);
          seen = answer.headers.get('ETag');
        }
      } catch {
        /* The sandbox is away; the next event asks again. */
      }
    }
    fetching = false;
  }

  /** Goes to another place without loading the page anew. */
  async function go(address, remember) {
    moves += 1;
    const move = moves;
    try {
      const answer = await fetch(address);
      const html = await answer.text();
      if (move !== moves) return;
      if (!answer.ok) throw new Error(answer.statusText);
      if (remember) history.pushState(null, '', answer.url);
      seen = '';
      show(html);
    } catch {
      location.assign(address);
    }
  }

  /* Links to places; a channel's name inside a message leads there as the same person. */
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-nav], a[data-go]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (!address.searchParams.has('as')) address.searchParams.set('as', app().dataset.as);
    go(address.href, true);
  });
  window.addEventListener('popstate', () => go(location.href, false));

  /* What one does is done as the person of this window. */
  document.addEventListener('htmx:configRequest', (event) => {
    event.detail.formData.set('as', app().dataset.as);
  });

  /** After every change: modals open, what is on the screen is marked as read. */
  function arrived(moved) {
    document.dispatchEvent(new CustomEvent('page:arrived', { detail: { moved } }));
    markRead();
  }

  let marked = '';
  function markRead() {
    const { as, channel, read } = app().dataset;
    if (!read || document.hidden || marked === as + channel + read) return;
    marked = as + channel + read;
    htmx.ajax('POST', '/ui/read', { source: document.body, swap: 'none', values: { as, channel, ts: read } });
  }

  document.addEventListener('visibilitychange', markRead);
  document.addEventListener('DOMContentLoaded', () => {
    const events = new EventSource('/ui/live?as=' + encodeURIComponent(app().dataset.as));
    events.addEventListener('change', refresh);
    events.addEventListener('open', () => document.body.classList.remove('offline'));
    events.addEventListener('error', () => document.body.classList.add('offline'));
    window.addEventListener('pagehide', () => events.close());
    arrived(true);
  });
})();
