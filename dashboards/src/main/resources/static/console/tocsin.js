"use strict";
(() => {
  // Times are written in the browser's zone by the server, which learns it here.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => { document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  dark.addEventListener("change", theme);
  theme();

  // A page that nobody looks at asks for nothing.
  document.addEventListener("htmx:beforeRequest", event => {
    if (document.hidden) {
      event.preventDefault();
    }
  });

  // A list that is out of date must not look as if all were quiet.
  const lost = yes => { document.getElementById("lost").hidden = !yes; };
  document.addEventListener("htmx:sendError", () => lost(true));
  document.addEventListener("htmx:responseError", () => lost(true));
  document.addEventListener("htmx:afterOnLoad", () => lost(false));
})();
