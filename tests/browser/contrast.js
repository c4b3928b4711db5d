// Returns what in the pictures of this page is too faint; see contrast.py.
decoration => {
  const found = new Set();
  const read = text => {
    const parts = /^rgba?\(([^)]+)\)$/.exec(text);
    if (!parts) return null;
    const [r, g, b, a = 1] = parts[1].split(/[,/ ]+/).map(Number);
    return {r, g, b, a};
  };
  const over = (top, ground) => {
    const mix = key => top[key] * top.a + ground[key] * (1 - top.a);
    return {r: mix('r'), g: mix('g'), b: mix('b'), a: 1};
  };
  const light = ({r, g, b}) => {
    const part = value => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const hex = ({r, g, b}) =>
    '#' + [r, g, b].map(v => Math.round(v).toString(16).padStart(2, '0')).join('');
  const paper = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour && colour.a > 0) layers.push(colour);
      if (colour && colour.a === 1) break;
    }
    return layers.reduceRight((ground, top) => over(top, ground), {r: 255, g: 255, b: 255, a: 1});
  };
  const faded = (element, svg) => {
    let share = 1;
    for (let at = element; at && at !== svg.parentElement; at = at.parentElement)
      share *= Number(getComputedStyle(at).opacity);
    return share;
  };
  const paint = (element, svg, what) => {
    const style = getComputedStyle(element);
    const colour = read(style[what]);
    if (!colour) return null;
    colour.a *= Number(style[what + 'Opacity']) * faded(element, svg);
    if (what === 'stroke' && parseFloat(style.strokeWidth) === 0) return null;
    if (what === 'fill' && element.localName === 'line') return null;
    return colour.a ? colour : null;
  };
  const SHAPES = 'path, line, rect, circle, ellipse, polyline, polygon';
  const hidden = element => element.closest('defs, clipPath, mask, symbol, pattern');
  const shapes = svg => [...svg.querySelectorAll(SHAPES)].filter(shape => !hidden(shape));
  const holds = (outer, inner) => outer.left <= inner.left + 1 && outer.right >= inner.right - 1 &&
    outer.top <= inner.top + 1 && outer.bottom >= inner.bottom - 1;
  const ground = (element, svg) => {
    let colour = paper(svg.parentElement);
    const box = element.getBoundingClientRect();
    for (const shape of shapes(svg)) {
      if (shape === element) break;
      if (!(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const fill = paint(shape, svg, 'fill');
      if (fill && shape.getBBox().height && holds(shape.getBoundingClientRect(), box)) colour = over(fill, colour);
    }
    return colour;
  };
  const role = (element, svg) => {
    for (let at = element; at && at !== svg; at = at.parentElement)
      if (at.getAttribute('class')) return '.' + at.getAttribute('class').trim().replace(/ +/g, '.');
    return svg.getAttribute('class') ? '.' + svg.getAttribute('class') : 'svg';
  };
  const picture = svg => svg.closest('figure[id]')?.id || svg.parentElement.className || 'picture';
  const say = (element, svg, top, below, least) => {
    const is = ratio(top, below);
    if (is < least) found.add(`${picture(svg)}: ${element.localName} ${role(element, svg)} ` +
      `${hex(top)} on ${hex(below)} is ${is.toFixed(2)}:1, under ${least}:1`);
  };
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility() || !svg.getBoundingClientRect().width) continue;
    for (const text of svg.querySelectorAll('text')) {
      if (!text.textContent.trim() || hidden(text)) continue;
      const style = getComputedStyle(text);
      const fill = paint(text, svg, 'fill');
      if (!fill) { found.add(`${picture(svg)}: text ${role(text, svg)} has no color`); continue; }
      const halo = style.paintOrder.startsWith('stroke') ? paint(text, svg, 'stroke') : null;
      const below = halo ? over(halo, ground(text, svg)) : ground(text, svg);
      const scale = text.getScreenCTM().a;
      const size = parseFloat(style.fontSize) * scale;
      const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
      say(text, svg, over(fill, below), below, large ? 3 : 4.5);
    }
    for (const shape of shapes(svg)) {
      if (decoration.some(of => shape.closest(of))) continue;
      const below = ground(shape, svg);
      const paints = ['fill', 'stroke'].map(what => paint(shape, svg, what)).filter(Boolean)
        .map(colour => over(colour, below));
      if (!paints.length) continue;
      const best = paints.reduce((a, b) => ratio(a, below) >= ratio(b, below) ? a : b);
      say(shape, svg, best, below, 3);
    }
    for (const letter of svg.parentElement.children) {
      if (letter.namespaceURI === svg.namespaceURI || !letter.textContent.trim()) continue;
      if (getComputedStyle(letter).clipPath !== 'none') continue;
      if (!holds(svg.getBoundingClientRect(), letter.getBoundingClientRect())) continue;
      const fill = shapes(svg).map(shape => paint(shape, svg, 'fill')).find(Boolean);
      const below = fill ? over(fill, paper(svg.parentElement)) : paper(svg.parentElement);
      const colour = over(read(getComputedStyle(letter).color), below);
      say(letter, svg, colour, below, 4.5);
    }
  }
  return [...found];
}
