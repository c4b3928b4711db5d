// Returns what is too small to be pressed; see targets.py.
([least]) => {
  const SOME = 'a[href], button, summary, input:not([type=hidden]), select, textarea, ' +
    '[tabindex="0"]:is([role=button], [role=link])';
  const shown = element => element.checkVisibility({visibilityProperty: true}) &&
    !element.disabled && getComputedStyle(element).clipPath === 'none';
  const words = element => (element.textContent || element.value || element.name || '')
    .trim().replace(/\s+/g, ' ').slice(0, 40);
  const inSentence = element => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (/\p{L}/u.test(text.data) && !text.parentElement.closest(SOME) &&
          getComputedStyle(text.parentElement).clipPath === 'none') return true;
    return false;
  };
  const onScreen = box => box.width && box.height && box.right > 0 && box.bottom + scrollY > 0;
  const targets = [...document.querySelectorAll(SOME)].filter(shown)
    .map(element => ({element, box: element.getBoundingClientRect()}))
    .filter(({box}) => onScreen(box));
  const small = target => Math.min(target.box.width, target.box.height) < least - .01;
  const middle = ({box}) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const apart = (one, other) => {
    const [x, y] = middle(one);
    if (small(other)) {
      const [u, v] = middle(other);
      if (Math.hypot(x - u, y - v) < least) return false;
    }
    const dx = Math.max(other.box.left - x, x - other.box.right, 0);
    const dy = Math.max(other.box.top - y, y - other.box.bottom, 0);
    return Math.hypot(dx, dy) >= least / 2;
  };
  return targets.filter(small).filter(target => !inSentence(target.element)).flatMap(target => {
    const near = targets.find(other => other !== target && !apart(target, other) &&
      !other.element.contains(target.element) && !target.element.contains(other.element));
    const {width, height} = target.box;
    return near ? [`${target.element.localName} “${words(target.element)}” is ` +
      `${width.toFixed(1)} by ${height.toFixed(1)} pixels, too near to “${words(near.element)}”`] : [];
  });
}
