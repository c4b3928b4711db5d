// Returns where the focus is and how it is shown; see walk.py.
() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at);
  const read = text => {
    const [r, g, b, a = 1] = (/^rgba?\(([^)]+)\)$/.exec(text)?.[1] || '0,0,0,0').split(/[,/ ]+/).map(Number);
    return {r, g, b, a};
  };
  const light = ({r, g, b}) => [r, g, b].map(value => value / 255)
    .map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = () => {
    for (let of = at.parentElement; of; of = of.parentElement) {
      const colour = read(getComputedStyle(of).backgroundColor);
      if (colour.a === 1) return colour;
    }
    return {r: 255, g: 255, b: 255};
  };
  const [low, high] = [light(read(style.outlineColor)), light(paper())].sort((a, b) => a - b);
  const boxes = [...at.getClientRects()].filter(box => box.width && box.height);
  const box = boxes[0] || at.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const covers = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const all = [...document.querySelectorAll('*')];
  const last = all.findLastIndex(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  return {
    last,
    order: all.indexOf(at),
    is: at.localName + (at.id ? '#' + at.id : ''),
    words: (at.textContent || at.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 40),
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    contrast: (high + 0.05) / (low + 0.05),
    seen: right - left > Math.min(8, box.width / 2) && bottom - top > Math.min(8, box.height / 2) && !!covers && (at.contains(covers) || covers.contains(at) &&
      getComputedStyle(covers).position !== 'fixed' && getComputedStyle(covers).position !== 'sticky'),
    left: box.left + scrollX, right: box.right + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
    part: at.closest('header, main, footer')?.localName || 'body',
    floats: style.position === 'absolute' || style.position === 'fixed',
    rtl: document.documentElement.dir === 'rtl',
    tab: at.tabIndex,
  };
}
