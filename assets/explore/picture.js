'use strict';
/* Round numbers for an axis, as planpress/chart/axis.py finds them, and which periods to name. */
const Scales = (() => {
  const MOST = 5;

  function* steps(span) {
    for (let ten = 10 ** Math.floor(Math.log10(span / MOST)); ; ten *= 10) {
      yield ten;
      yield 2 * ten;
      if (ten >= 10) yield 2.5 * ten;
      yield 5 * ten;
    }
  }

  function values(found, unit) {
    const low = Math.min(...found), high = Math.max(...found);
    const least = unit === 'percent' ? Math.min(10, high) : Math.abs(high) / 10;
    const lack = Math.max(least - (high - low), 0) / 2;
    let bottom = low - lack, top = high + lack;
    bottom = Math.min(bottom, low - (top - bottom) / 16);
    if (low >= 0 && bottom < high * 0.4) bottom = Math.min(low, 0);
    if (unit === 'percent' && low >= 0 && high <= 100) {
      bottom = Math.max(bottom, 0);
      top = Math.min(top, 100);
    }
    if (top === bottom) top = bottom + 1;
    for (const step of steps(top - bottom)) {
      const first = Math.floor(bottom / step + 1e-9), last = Math.ceil(top / step - 1e-9);
      if (last - first < MOST) {
        const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        const ticks = [...Array(last - first + 1).keys()].map(at => (first + at) * step);
        return {ticks, decimals, low: ticks[0], high: ticks.at(-1)};
      }
    }
  }

  function names(periods, place) {
    const last = periods.length - 1;
    const ends = at => {
      const half = Draw.measured(periods[at].name) / 2;
      return [place(periods[at]) - half, place(periods[at]) + half];
    };
    const apart = chosen => chosen.every((at, i) => !i || ends(at)[0] - ends(chosen[i - 1])[1] >= 14);
    const wanted = [...Array(Math.max(last, 1)).keys()].map(at => at + 1)
      .sort((a, b) => (last % a > 0) - (last % b > 0) || a - b);
    for (const step of wanted) {
      const chosen = [];
      for (let at = 0; at < last; at += step) if (5 * (last - at) >= 3 * step) chosen.push(at);
      chosen.push(last);
      if (chosen.length <= MOST && apart(chosen)) return chosen.map(at => periods[at]);
    }
    return apart([0, last]) && last ? [periods[0], periods[last]] : [periods[last]];
  }

  return {names, values};
})();

/* Lines in, shapes out: where everything in the picture stands, in pixels. A shape is a path or a
   text with a role; `Draw` gives roles their colours, on the page and in what is saved. */
const Chart = (() => {
  const SIZE = 14, LEAD = 17;
  const text = (words, bold) => Draw.measured(words, bold);
  const n = number => Math.round(number * 10) / 10;
  const path = points => points.map(([x, y], at) => `${at ? 'L' : 'M'}${n(x)},${n(y)}`).join('');

  const SIGNS = [
    (x, y) => disc(x, y, 4),
    (x, y) => disc(x, y, 4),
    (x, y) => `M${x - 4},${y - 4}l8,8m0,-8l-8,8`,
    (x, y) => `M${x},${y - 5}v10m-5,-5h10`,
    (x, y) => `M${x},${y - 6}v12`,
    (x, y) => `M${x},${y - 5}v10m-4.3,-7.5l8.6,5m0,-5l-8.6,5`,
  ];
  const KINDS = ['dot', 'ring', 'sign', 'sign', 'sign', 'sign'];
  const RATINGS = {
    R: (x, y) => `M${x},${y - 8}l8,8l-8,8l-8,-8Z`,
    AR: (x, y) => `M${x},${y - 8}l8,14h-16Z`,
    AG: (x, y) => `M${x - 6},${y - 6}h12v12h-12Z`,
    G: (x, y) => disc(x, y, 6.5),
  };

  function disc(x, y, r) {
    return `M${n(x - r)},${n(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
  }

  function wrapped(words, width, first = width) {
    const rows = [''];
    for (const word of words.split(' ')) {
      const row = rows.at(-1);
      const longer = row ? `${row} ${word}` : word;
      if (row && text(longer) > (rows.length === 1 ? first : width)) rows.push(word);
      else rows[rows.length - 1] = longer;
    }
    return rows;
  }

  function swatch(index) {
    return [
      {role: `course line-${index + 1}`, d: 'M1,8H43'},
      {role: `${KINDS[index]} line-${index + 1}`, d: SIGNS[index](22, 8)},
    ];
  }

  function scene(lines, {width, head = [], foot = []}) {
    const made = {width, shapes: [], begins: []};
    let top = 0;
    const written = paragraphs => {
      for (const [words, role] of paragraphs) {
        for (const row of wrapped(words, width - 60)) {
          top += LEAD + 3;
          made.shapes.push({role, text: row, x: 4, y: top, anchor: 'start'});
        }
      }
    };
    written(head);
    const drawn = lines.map((line, index) => ({line, index}))
      .filter(({line}) => line.readings.length || line.way.length);
    const units = [...new Set(drawn.map(({line}) => line.measure.unit))];
    const time = span(Periods.unique(drawn.flatMap(({line}) => [...line.rows, ...line.way])));
    const labels = drawn.filter(({line}) => line.readings.length).map(one => labelled(one, width));
    const margin = Math.max(0, ...labels.map(one => one.width)) + 20;
    for (const unit of units) {
      const [found, own] = [drawn, labels].map(all => all.filter(({line}) => line.measure.unit === unit));
      top = panel(made, {found, labels: own, unit, time, width, margin, several: units.length > 1}, top);
    }
    if (foot.length) top += 8;
    written(foot);
    made.height = Math.ceil(top + (foot.length ? 14 : 0));
    if (facts.mirrored) made.shapes = made.shapes.map(one => mirrored(one, width));
    return made;
  }

  /* Where text runs from right to left, time does too; words keep their own direction (UAX 9). */
  function mirrored({d, role, text: words, x, y, anchor}, width) {
    if (d) return {d, role, transform: `matrix(-1, 0, 0, 1, ${width}, 0)`};
    const own = `${/[\u0590-\u08ff]/.test(words) ? '\u2067' : '\u2066'}${words}\u2069`;
    return {role, text: own, x: width - x, y, anchor: {start: 'end', end: 'start'}[anchor] || anchor};
  }

  function span(sorted) {
    const [from, to] = sorted.length ? [sorted[0].at, sorted.at(-1).at] : [0, 1];
    return {sorted, ends: from === to ? [from - 0.5, to + 0.5] : [from, to]};
  }

  function ticks({sorted, ends}) {
    if (new Set(sorted.map(one => one.form)).size < 2) return sorted;
    const first = Math.ceil(ends[0]), years = Math.max(0, Math.floor(ends[1]) - first);
    return [...Array(years + 1).keys()].map(at => ({
      at: first + at, name: Numbers.local(String(first + at)),
    }));
  }

  function panel(made, {found, labels, unit, time, width, margin, several}, top) {
    const heights = found.flatMap(({line}) => [
      ...line.readings.map(one => one.height), ...line.way.map(one => Number(one.number)),
      ...(line.target ? [Number(line.target.number)] : []),
    ]);
    const axis = Scales.values(heights, unit);
    const amounts = axis.ticks.map(tick =>
      Numbers.written(unit, tick.toFixed(axis.decimals), axis.decimals));
    if (axis.low > 0) made.begins.push(amounts[0]);
    const cuts = new Map(found.flatMap(({line}) => line.breaks.map(cut => [cut.period.text, cut])));
    const captioned = several || !(unit in facts.numerals) ? say(unit) : '';
    const left = Math.max(...amounts.map(one => text(one))) + 10;
    const right = width - margin;
    const needed = labels.reduce((sum, {half}) => sum + 2 * half, 0);
    const begin = top + 28 + (captioned ? 20 : 0) + (cuts.size && 20);
    const bottom = begin + Math.max(several ? 190 : Math.min(340, Math.max(230, width * 0.45)), needed);
    const [from, to] = time.ends;
    const across = ({at}) => left + 12 + ((right - left - 12) * (at - from)) / (to - from);
    const down = number => bottom - ((bottom - begin) * (number - axis.low)) / (axis.high - axis.low);
    const put = (role, d) => made.shapes.push({role, d});
    const write = (role, words, x, y, anchor) => made.shapes.push({role, text: words, x: n(x), y: n(y), anchor});

    if (captioned) write('axis', captioned, 0, top + 16, 'start');
    axis.ticks.forEach((tick, at) => {
      put('grid', path([[left, down(tick)], [right + 4, down(tick)]]));
      write('axis', amounts[at], left - 6, down(tick) + 5, 'end');
    });
    const names = ticks(time);
    for (const one of names.length ? Scales.names(names, across) : []) {
      const half = text(one.name) / 2;
      const x = Math.min(Math.max(across(one), half), width - half);
      put('zero', path([[across(one), bottom], [across(one), bottom + 5]]));
      write('axis', one.name, x, bottom + 22, 'middle');
    }
    for (const cut of cuts.values()) {
      const x = across(cut), half = text(say('break')) / 2;
      put('break', path([[x, begin - 8], [x, bottom]]));
      write('muted', say('break'), Math.min(Math.max(x, half), width - half), begin - 13, 'middle');
    }
    for (const {line} of found) planned(line, across, down, put);
    for (const {line} of found) aim(line, across, down, put, write);
    for (const one of found) course(one, across, down, put);
    settled(labels.map(one => ({...one, y: down(one.last.height)})), begin, bottom).forEach(one => {
      const [x, y] = [across(one.last.period), down(one.last.height)];
      const beside = right + 12;
      if (beside - x > 26 || Math.abs(one.middle - y) > 6) {
        put(`lead line-${one.index + 1}`, path([[x, y], [beside - 4, one.middle]]));
      }
      one.rows.forEach((row, at) => {
        const base = one.middle - one.half + LEAD * at + 13;
        if (!at) write('value', one.value, beside, base, 'start');
        const indent = at ? 0 : text(one.value, true) + 6;
        if (row) write('label', row, beside + indent, base, 'start');
      });
    });
    return bottom + 30;
  }

  function labelled({line, index}, wide) {
    const room = Math.min(230, wide * 0.32);
    const last = line.readings.at(-1);
    const value = Numbers.value(line.measure, last);
    const own = text(value, true);
    const rows = wide < 560 ? [String(index + 1)] : wrapped(line.name, room, Math.max(room - own - 6, 40));
    const width = Math.max(...rows.map((row, at) => text(row) + (at ? 0 : own + 6)));
    return {line, index, last, value, rows, width, half: (rows.length * LEAD) / 2};
  }

  function settled(labels, begin, bottom) {
    const sorted = [...labels].sort((a, b) => a.y - b.y);
    let low = begin - 8;
    for (const one of sorted) {
      one.middle = Math.max(one.y, low + one.half);
      low = one.middle + one.half;
    }
    let high = bottom + 8;
    for (const one of [...sorted].reverse()) {
      one.middle = Math.min(one.middle, high - one.half);
      high = one.middle - one.half;
    }
    return sorted;
  }

  function planned(line, across, down, put) {
    const points = line.way.map(one => [across(one.period), down(Number(one.number))]);
    const way = line.measure.stepped
      ? points.flatMap(([x, y], at) => {
        const before = points[at - 1];
        return before ? [[(before[0] + x) / 2, before[1]], [(before[0] + x) / 2, y], [x, y]] : [[x, y]];
      })
      : points;
    if (way.length > 1) put('trajectory', path(way));
  }

  function aim(line, across, down, put, write) {
    if (!line.target) return;
    const x = across(line.target.period), y = down(Number(line.target.number));
    const words = `${say('target')} ${Numbers.amount(line.measure, line.target.number)}`;
    put('target', disc(x, y, 6));
    write('label', words, x + 6, y - 12, 'end');
  }

  function course({line, index}, across, down, put) {
    const own = `line-${index + 1}`;
    const at = one => [across(one.period), down(one.height)];
    for (const run of line.runs) if (run.length > 1) put(`course ${own}`, path(run.map(at)));
    const last = line.readings.at(-1);
    let before = -Infinity;
    for (const one of line.readings) {
      const [x, y] = at(one).map(n);
      const alone = line.runs.some(run => run.length === 1 && run[0] === one);
      if (one !== last && !alone && Math.abs(x - before) < 13) continue;
      before = x;
      if (one === last && line.rating) put(`latest rating-${line.rating}`, RATINGS[line.rating](x, y));
      else put(one.plain ? `${KINDS[index]} ${own}` : `ring ${own}`, one.plain ? SIGNS[index](x, y) : disc(x, y, 4));
      if (one.bound) put(`sign ${own}`, arrow(x, y, one.bound === '>=' ? -1 : 1));
    }
  }

  const arrow = (x, y, way) => `M${x},${y + 5 * way}v${10 * way}m-3.5,${-3.5 * way}l3.5,${3.5 * way}l3.5,${-3.5 * way}`;

  return {SIZE, scene, swatch};
})();

/* Shapes to look at: as SVG, whose roles the page's style sheets colour, and on a canvas. */
const Draw = (() => {
  const FONT = '"Public Sans", system-ui, sans-serif';
  const INK = '#1b1b1b', MUTED = '#565c65', RULE = '#d6d8dc', PAPER = '#ffffff';
  const OWN = ['#1a4480', '#2d9687', '#8769e1', '#96961e', '#4b1e2d', '#5a5a1e'];
  const RATED = {R: '#7A0C12', AR: '#C2500A', AG: '#1F74C4', G: '#14584B'};
  const DASHES = ['', '10 4', '2 4', '12 4 2 4', '5 3', '14 3 2 3 2 3'];

  const STYLES = {
    grid: {stroke: RULE, width: 1},
    zero: {stroke: MUTED, width: 1},
    break: {stroke: MUTED, width: 1, dash: '2 3'},
    trajectory: {stroke: MUTED, width: 2, dash: '3 4'},
    target: {fill: PAPER, stroke: INK, width: 2.5},
    course: {stroke: 'own', width: 2.5},
    lead: {stroke: 'own', width: 1, dash: '1 3'},
    sign: {stroke: 'own', width: 2},
    ring: {fill: PAPER, stroke: 'own', width: 2},
    dot: {fill: 'own', stroke: PAPER, width: 1},
    latest: {fill: 'own', stroke: PAPER, width: 1.5},
    paper: {fill: PAPER},
    axis: {fill: MUTED},
    muted: {fill: MUTED},
    value: {fill: INK, bold: true},
    label: {fill: INK},
  };

  function style(role) {
    const [name, of = ''] = role.split(' ');
    const [, key] = of.split('-');
    const own = known => (known === 'own' ? RATED[key] || OWN[key - 1] : known);
    const {fill, stroke, dash = name === 'course' ? DASHES[key - 1] : '', ...rest} = STYLES[name];
    return {fill: own(fill), stroke: own(stroke), dash, ...rest};
  }

  const font = bold => `${bold ? 700 : 400} ${Chart.SIZE}px ${FONT}`;

  const element = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value || value === 0) made.setAttribute(key, value);
    }
    return made;
  };

  function svg({width, height, shapes}, attributes = {}) {
    const made = element('svg', {
      viewBox: `0 0 ${width} ${height}`, direction: 'ltr', 'font-family': FONT,
      'font-size': Chart.SIZE, ...attributes,
    });
    for (const {role, d, text, x, y, anchor, transform} of shapes) {
      const {fill = 'none', stroke = d ? '' : PAPER, width: wide = 4, dash, bold} = style(role);
      const one = element(d ? 'path' : 'text', {
        class: d ? role : `${role} halo`, fill, stroke, d, x, y, transform,
        'stroke-width': wide, 'stroke-dasharray': dash, 'stroke-linejoin': 'round',
        'text-anchor': anchor, 'paint-order': text && 'stroke', 'font-weight': bold && 700,
      });
      one.textContent = text || '';
      made.append(one);
    }
    return made;
  }

  function canvas({width, height, shapes}, scale) {
    const made = Table.made('canvas', {width: width * scale, height: height * scale});
    const pen = made.getContext('2d');
    pen.scale(scale, scale);
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, width, height);
    pen.lineJoin = 'round';
    for (const {role, d, text, x, y, anchor, transform} of shapes) {
      const {fill, stroke = PAPER, width: wide = 4, dash, bold} = style(role);
      pen.setLineDash(dash ? dash.split(' ') : []);
      Object.assign(pen, {fillStyle: fill, strokeStyle: stroke, lineWidth: wide, font: font(bold)});
      if (d) {
        const path = new Path2D();
        path.addPath(new Path2D(d), new DOMMatrix(transform));
        if (fill) pen.fill(path);
        pen.stroke(path);
      } else {
        pen.textAlign = {start: 'left', middle: 'center', end: 'right'}[anchor];
        pen.strokeText(text, x, y);
        pen.fillText(text, x, y);
      }
    }
    return made;
  }

  const pen = document.createElement('canvas').getContext('2d');

  function measured(words, bold) {
    pen.font = font(bold);
    return pen.measureText(words).width;
  }

  return {canvas, element, measured, svg};
})();
