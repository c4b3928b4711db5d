// Runs in every page: says when something that is waited for has been painted.
(() => {
  const mark = () => getComputedStyle(document.body).getPropertyValue("--bench").trim();
  const met = wanted => document.body && (wanted.text
    ? document.body.textContent.includes(wanted.text)
    : mark() === wanted.mark);
  const look = () => {
    const wanted = JSON.parse(localStorage.wanted || "null");
    if (!wanted || !met(wanted)) return requestAnimationFrame(look);
    localStorage.wanted = "";
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      const fetched = performance.getEntriesByType("resource").filter(one => one.initiatorType === "fetch");
      const loaded = fetched.pop() || performance.getEntriesByType("navigation")[0];
      localStorage.seen = JSON.stringify({
        at: performance.timeOrigin + performance.now(), began: performance.timeOrigin + loaded.startTime,
        answered: performance.timeOrigin + loaded.responseEnd, scroll: scrollY });
      requestAnimationFrame(look);
    };
    painted.port2.postMessage(0);
  };
  if (self === top) requestAnimationFrame(look);
})();
