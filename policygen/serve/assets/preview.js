// The preview's only script: shows a page again when its files change, where the reader is, with what is unfolded.
"use strict";
(() => {
  const bar = () => document.getElementById("pp");
  const token = () => bar()?.dataset.token ?? "";
  const SETTLED = "settled";
  let stream = null;
  let showing = null;
  let again = false;

  // Where the reader is: the first clause in sight, and how far down the window it stands.
  const clause = () => {
    for (const one of document.querySelectorAll("[data-body] [id], .pg-redline-text [id], main [id]")) {
      const box = one.getBoundingClientRect();
      if (box.height && box.top >= 0 && box.top < innerHeight) return { id: one.id, top: box.top };
    }
    return null;
  };
  const stay = (place, x, y) => {
    const one = place && document.getElementById(place.id);
    const left = one ? scrollY + one.getBoundingClientRect().top - place.top : y;
    if (Math.abs(left - scrollY) >= 1 || x !== scrollX) scrollTo({ left: x, top: left, behavior: "instant" });
  };

  // Makes `old` what `fresh` is, touching only what differs. What the reader unfolded stays so.
  const kept = new Set(["open"]);
  const match = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    const stays = (name) => kept.has(name) && old.nodeName === "DETAILS" && !fresh.hasAttribute("data-new");
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !stays(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !stays(name)) old.setAttribute(name, value);
    }
    children(old, fresh);
  };
  const children = (old, fresh) => {
    const mine = [...old.childNodes];
    const theirs = [...fresh.childNodes];
    const shorter = Math.min(mine.length, theirs.length);
    let first = 0;
    while (first < shorter && mine[first].isEqualNode(theirs[first])) first += 1;
    let last = 0;
    while (last < shorter - first && mine.at(-1 - last).isEqualNode(theirs.at(-1 - last))) last += 1;
    const gone = mine.slice(first, mine.length - last);
    const named = new Map(gone.filter((one) => one.id).map((one) => [one.id, one]));
    const nameless = gone.filter((one) => !one.id);
    const made = theirs.slice(first, theirs.length - last).map((one) => {
      const same = one.id ? named.get(one.id) : nameless.shift();
      if (!same || same.nodeName !== one.nodeName) return one;
      match(same, one);
      return same;
    });
    const stays = new Set(made);
    for (const one of gone) if (!stays.has(one)) one.remove();
    let at = first ? mine[first - 1].nextSibling : old.firstChild;
    for (const one of made) {
      if (one === at) at = at.nextSibling;
      else old.insertBefore(one, at);
    }
  };

  const fetched = async (live) => {
    const answer = await fetch(location.pathname + location.search, {
      headers: live ? { "X-Policygen": "live" } : {},
      cache: "no-store",
    });
    if (answer.redirected) location.href = answer.url;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const put = (fresh) => {
    if (!fresh.getElementById("pp")) return location.reload();
    const place = clause();
    const [x, y] = [scrollX, scrollY];
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    children(document.head, fresh.head);
    match(document.body, fresh.body);
    stay(place, x, y);
    document.dispatchEvent(new Event("policygen:shown"));
  };
  const show = async () => {
    if (showing) {
      again = true;
      return;
    }
    do {
      again = false;
      try {
        showing = fetched(true);
        put(await showing);
        if (!again && bar() && !(SETTLED in bar().dataset)) {
          showing = fetched(false);
          const whole = await showing;
          if (!again) put(whole);
        }
      } catch {
        // The server is away; the stream tells when it is back.
      }
      showing = null;
    } while (again);
  };

  // What unfolds from the bar folds again with Escape, with a press elsewhere, and when a link in it was followed.
  const fold = (except) => {
    for (const one of document.querySelectorAll(".pp-bar details[open]")) if (one !== except) one.open = false;
  };
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector(".pp-bar details[open]");
    if (open) {
      fold(null);
      open.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    const within = event.target.closest(".pp-bar details");
    const sign = event.target.closest(".pp-sign");
    if (sign) return;
    fold(event.target.closest(".pp-sheet a") ? null : within);
  });

  // A browser has six connections for a host: pages out of sight give theirs back.
  const listen = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(`/.policygen/events?at=${location.pathname}`);
    stream.onmessage = (event) => {
      if (event.data !== token()) show();
    };
    stream.onerror = () => {
      if (stream?.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(listen, 1000);
      }
    };
  };
  const rest = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
