// Fits the page that is shown to the page as it is now: where only that has changed, nothing else is loaded again.
(function () {
  "use strict";
  // What works once, when a page is loaded: a page in which any of these is another one is loaded again.
  var LASTING = "link[rel~=stylesheet], style, base, meta[http-equiv], script:not([type$=json])";
  var asked = 0, exchanged = false;

  function lasting(page) {
    return Array.from(page.querySelectorAll(LASTING), function (one) { return one.outerHTML; }).join();
  }

  function passing(head) {
    return Array.from(head.children).filter(function (one) { return !one.matches(LASTING); });
  }

  function fits(page) {
    return document.scripts.length === document.querySelectorAll("script[type$=json], script[src^='/livereload.js']").length &&
      lasting(document) === lasting(page);
  }

  function fit(old, now) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = now.nodeValue;
      return;
    }
    attributes(old, now);
    children(old, Array.from(old.childNodes), Array.from(now.childNodes));
  }

  function attributes(old, now) {
    Array.from(old.attributes).forEach(function (one) {
      if (!now.hasAttribute(one.name)) old.removeAttribute(one.name);
    });
    Array.from(now.attributes).forEach(function (one) {
      if (old.getAttribute(one.name) !== one.value) old.setAttributeNode(one.cloneNode());
    });
  }

  // What is the same stays, and with it what was scrolled, selected or opened.
  function children(parent, olds, nows) {
    var next = null;
    while (olds.length && nows.length && olds[0].isEqualNode(nows[0])) {
      olds.shift();
      nows.shift();
    }
    while (olds.length && nows.length && olds.at(-1).isEqualNode(nows.at(-1))) {
      next = olds.pop();
      nows.pop();
    }
    while (olds.length && nows.length && olds[0].nodeName === nows[0].nodeName) {
      fit(olds.shift(), nows.shift());
    }
    olds.forEach(function (one) { one.remove(); });
    nows.forEach(function (one) { parent.insertBefore(one, next); });
  }

  function show(text) {
    var page = new DOMParser().parseFromString(text, "text/html");
    var target = document.querySelector(":target");
    if (exchanged || !fits(page)) return location.reload();
    attributes(document.documentElement, page.documentElement);
    children(document.head, passing(document.head), passing(page.head));
    fit(document.body, page.body);
    if (target && !target.isConnected) location.reload();
  }

  function ask() {
    var mine = ++asked;
    fetch(location.href, { cache: "no-store" }).then(function (answer) {
      if (!answer.ok || answer.redirected) return location.reload();
      return answer.text().then(function (text) {
        if (mine === asked) show(text);
      });
    }).catch(function () {});  // the preview has ended; livereload finds the next one
  }

  function Fit() {}
  Fit.identifier = "planpress";
  Fit.version = "1";
  Fit.prototype.reload = function (path) {
    if (path.endsWith(".html")) {
      ask();
      return true;
    }
    exchanged = true;
    return false;
  };
  if (window.LiveReload) LiveReload.addPlugin(Fit);
})();
