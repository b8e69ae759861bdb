/* Since your last visit: keeps the number of the version that the reader said to remember, in this browser only. */
(() => {
  "use strict";
  const box = document.querySelector("[data-key][data-number]");
  if (!box) return;
  const part = (name) => box.querySelector(`[data-${name}]`);
  const said = part("said"), offered = part("offered"), remember = part("remember"), erase = part("erase");
  const key = `policygen:${box.dataset.key}`;
  const current = Number(box.dataset.number);
  let store;
  try {
    store = window.localStorage;
    store.getItem(key);
  } catch {
    return; // the browser keeps nothing for this site: there is nothing to offer
  }

  /* The version that was remembered, 0 for none; what is no such number counts for nothing. */
  const known = () => {
    const kept = store.getItem(key);
    return kept !== null && /^[1-9][0-9]{0,5}$/.test(kept) && Number(kept) <= current ? Number(kept) : 0;
  };

  const show = (text) => {
    const number = known();
    const older = number > 0 && number < current;
    said.textContent = (text ?? (older ? said.dataset.offer : number ? said.dataset.remembered : "")).replace("{n}", number);
    said.hidden = !said.textContent;
    offered.hidden = !older;
    if (older) offered.querySelector("a").setAttribute("href", box.dataset.changes.replace("{n}", number));
    remember.hidden = number === current;
    erase.hidden = store.getItem(key) === null;
  };

  remember.addEventListener("click", () => {
    try {
      store.setItem(key, String(current));
    } catch {
      return; // full, or forbidden: nothing was kept, and nothing is said to be
    }
    show();
    said.focus();
  });
  erase.addEventListener("click", () => {
    store.removeItem(key);
    show(said.dataset.erased);
    said.focus();
  });
  show();
  box.hidden = false;
})();
