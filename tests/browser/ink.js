// Returns what only a colour tells apart on this page; see ink.py.
() => {
  const NEAR = 64;  // pixels between a mark and the words that name it
  const found = new Set();
  const shows = element => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  const drawn = svg => [...svg.querySelectorAll('path, circle, rect, line, polygon, ellipse')]
    .map(one => one.localName + ['d', 'points', 'r', 'width', 'height', 'transform']
      .map(name => one.getAttribute(name) || '').join(' ')).join(';');
  const ratings = new Map();
  for (const element of document.querySelectorAll('[data-rating]')) {
    if (!shows(element)) continue;
    const is = element.dataset.rating;
    const words = element.textContent.trim() || element.getAttribute('aria-label') || '';
    const svg = element.matches('svg') ? element : element.querySelector('svg');
    const shape = svg ? drawn(svg) : '';
    if (!words && !shape) found.add(`the rating ${is} has neither a word nor a shape`);
    const beside = element.matches('svg') ? element.parentElement.textContent.trim() : words;
    if (!beside) found.add(`the shape of the rating ${is} has no word beside it`);
    if (shape) ratings.set(shape, (ratings.get(shape) || new Set()).add(is));
  }
  for (const same of ratings.values())
    if (same.size > 1) found.add(`one shape stands for the ratings ${[...same].sort().join(', ')}`);

  const labelled = (svg, mark, roles) => {
    const alike = [...svg.querySelectorAll(`[class="${roles}"]`)]
      .flatMap(one => [one, ...one.querySelectorAll('*')])
      .filter(one => one.localName === mark.localName && one.getBoundingClientRect().width);
    if (!alike.length || alike.length > 3) return false;
    const box = mark.getBoundingClientRect();
    return [...svg.querySelectorAll('.label, .value')].some(text => {
        const word = text.getBoundingClientRect();
        const across = Math.max(word.left - box.right, box.left - word.right, 0);
        const down = Math.max(word.top - box.bottom, box.top - word.bottom, 0);
        return Math.hypot(across, down) < NEAR;
      });
  };
  for (const svg of document.querySelectorAll('.picture svg, .spark svg')) {
    if (!shows(svg)) continue;
    const looks = new Map();
    for (const mark of svg.querySelectorAll('path, line, circle, rect, polygon')) {
      if (mark.closest('defs, clipPath, mask, .grid, .zero')) continue;
      const style = getComputedStyle(mark);
      const roles = mark.getAttribute('class') || mark.closest('[class]')?.getAttribute('class') || '';
      const box = mark.getBBox();
      const line = style.fill === 'none' || mark.localName === 'line' || !box.width || !box.height;
      const colour = line ? style.stroke : `${style.fill} ${style.stroke}`;
      const hollow = style.fill === 'none' || style.fill === getComputedStyle(document.body).backgroundColor;
      const upright = line && box.width < 1 && box.height > svg.getBBox().height * 0.6 ? 'from top to bottom' : '';
      const shape = line ? ['line', upright, style.strokeDasharray, style.strokeWidth,
        mark.getAttribute('stroke-dasharray')].join(' ')
        : ['shape', mark.localName, (mark.getAttribute('d') || '').replace(/[^a-z]/gi, ''), hollow,
          Math.round(box.width), Math.round(box.height)].join(' ');
      if (labelled(svg, mark, roles)) continue;
      if (!looks.has(shape)) looks.set(shape, new Map());
      looks.get(shape).set(colour, roles);
    }
    const name = svg.closest('figure')?.id || 'picture';
    for (const [shape, colours] of looks)
      if (colours.size > 1 && new Set(colours.values()).size > 1)
        found.add(`${name}: ${[...colours.values()].map(one => `“${one}”`).join(' and ')} ` +
          `differ by color alone (${shape.trim()})`);
  }
  return [...found];
}
