// Where a page was scrolled to, while the page of problems stands in its place.
(function () {
  "use strict";
  var here = document.currentScript, key = "planpress " + location.pathname;
  if (!here) return;
  if (here.src.indexOf("problems") > 0) {
    history.scrollRestoration = "manual";
    return;
  }
  if (history.scrollRestoration === "manual") {
    var place = JSON.parse(sessionStorage.getItem(key) || "[0, 0]");
    scrollTo(place[0], place[1]);
  }
  addEventListener("pagehide", function () {
    history.scrollRestoration = "auto";
    sessionStorage.setItem(key, JSON.stringify([scrollX, scrollY]));
  });
})();
