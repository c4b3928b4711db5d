'use strict';
/* What the picture says, in words: its finding, what it shows, and its numbers. */
const Sentences = (() => {
  const last = readings => readings.at(-1);
  const value = (line, reading) => Numbers.value(line.measure, reading);
  const dated = (line, reading) => say('dated', {value: value(line, reading), period: reading.period.name});

  const listed = items =>
    items.length ? items.reduce((before, after) => say('then', {before, after})) : '';

  function title(lines) {
    const told = lines.filter(line => line.readings.length);
    if (!told.length) return say('no_results');
    if (lines.length === 1) {
      const [line] = lines;
      const found = line.rating && line.all && line.measure.sentence;
      const name = line.all ? line.measure.name : line.full;
      return say('named', {measure: name, name: found || dated(line, last(line.readings))});
    }
    const ends = told.map(line => last(line.readings));
    const alike = new Set(told.map(line => line.measure.id)).size === 1
      && new Set(ends.map(one => one.period.text)).size === 1 && ends.every(one => !one.bound);
    if (!alike || told.length < 2) return listed(lines.map(line => line.name));
    const sorted = [...told].sort((a, b) => last(b.readings).height - last(a.readings).height);
    const high = sorted[0], low = last(sorted);
    return say('extremes', {
      high: high.name, most: value(high, last(high.readings)),
      low: low.name, least: value(low, last(low.readings)),
      period: last(low.readings).period.name,
    });
  }

  function subtitle(lines, begins) {
    const measures = [...new Set(lines.map(line => line.measure.name))];
    const units = [...new Set(lines.map(line => say(line.measure.unit)))].filter(Boolean);
    const all = Periods.unique(Table.points(lines));
    const span = all.length && say('runs', {first: all[0].name, last: last(all).name});
    return [measures.length < 3 && listed(measures), ...units, span, ...begins.map(amount => say('begins', {amount}))]
      .filter(Boolean).join(' · ');
  }

  const description = lines => lines.map(line => sentences(line).join(' '));

  function sentences(line) {
    const {name, readings} = line;
    if (!readings.length) return [say('none', {name}), ...hidden(line)];
    const at = reading => dated(line, reading);
    const sorted = [...readings].sort((a, b) => a.height - b.height);
    const found = [readings.length === 1
      ? say('single', {name, first: at(readings[0])})
      : say('course', {
        name, first: at(readings[0]), last: at(last(readings)), low: at(sorted[0]), high: at(last(sorted)),
      })];
    if (line.target) {
      const {number, period} = line.target;
      found.push(say('target_is', {value: Numbers.amount(line.measure, number), period: period.name}));
    }
    if (line.rating) found.push(say('rated', {rating: say(line.rating)}));
    for (const {period, reason} of line.breaks) {
      found.push(`${say('break')}: ${period.name}.`, reason);
    }
    return [...found, ...hidden(line)];
  }

  function hidden(line) {
    const found = line.rows.filter(row => row.status === 'suppressed').map(row => row.period.name);
    return found.length ? [say('not_shown', {groups: listed(found)})] : [];
  }

  function latest(line) {
    const row = last(line.rows);
    if (row && row.status === 'suppressed') {
      return say('dated', {value: say('hidden'), period: row.period.name});
    }
    return line.readings.length ? dated(line, last(line.readings)) : say('no_result');
  }

  function cell(line, period) {
    const row = line.rows.find(one => Periods.same(one.period, period));
    if (!row) return '';
    const reading = line.readings.find(one => one.row === row);
    const status = row.status === 'suppressed' ? say('hidden') : say(row.status);
    const rated = reading && reading === last(line.readings) && line.rating;
    const broken = line.breaks.some(cut => cut.period.text === period.text);
    return [reading && value(line, reading), status, rated && say(line.rating), broken && say('break')]
      .filter(Boolean).join(' · ') || say('no_result');
  }

  return {cell, description, latest, subtitle, title};
})();

/* The numbers of the picture, as a table. */
const Table = (() => {
  const made = (tag, attributes = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...inside);
    return element;
  };

  const points = lines => lines.flatMap(line => [...line.rows, ...line.way]);

  function of(lines) {
    const columns = lines.flatMap(line => [
      {head: line.name, cell: period => Sentences.cell(line, period)},
      ...(line.way.length ? [{
        head: say('named', {measure: say('expected'), name: line.name}),
        cell: period => expected(line, period),
      }] : []),
    ]);
    const head = made('tr', {}, ...[say('period'), ...columns.map(one => one.head)].map((text, at) =>
      made('th', {scope: 'col', className: at ? 'number' : ''}, text)));
    const body = Periods.unique(points(lines)).map(period => made('tr', {},
      made('th', {scope: 'row', className: 'period'}, period.name),
      ...columns.map(({cell}) => made('td', {className: 'number'}, cell(period)))));
    return made('table', {}, made('caption', {}, say('table')), made('thead', {}, head), made('tbody', {}, ...body));
  }

  function expected(line, period) {
    const point = line.way.find(one => Periods.same(one.period, period));
    return point ? Numbers.amount(line.measure, point.number) : '';
  }

  return {made, of, points};
})();

/* What a reader takes away: the numbers as CSV, the picture as SVG and as PNG. */
const Save = (() => {
  function csv(lines) {
    const dimensions = facts.dimensions.map(({id}) => id)
      .filter(id => lines.some(line => id in line.chosen));
    const rows = [['indicator', 'title', ...dimensions, 'period', 'value', 'n', 'status', 'expected']];
    for (const line of lines) {
      const expected = new Map(line.way.map(one => [one.period.text, one.number]));
      const known = new Map(line.rows.map(row => [row.period.text, row]));
      for (const {text} of Periods.unique(Table.points([line]))) {
        const row = known.get(text) || {};
        const codes = dimensions.map(id => line.chosen[id]);
        rows.push([line.measure.id, line.measure.name, ...codes, text, row.value, row.n, row.status,
          expected.get(text)]);
      }
    }
    return `\ufeff${rows.map(row => row.map(cell).join(',')).join('\n')}\n`;
  }

  function cell(known = '') {
    const text = /^\s*[=+\-@\t]/.test(known) && !/^[+-]?\d+(\.\d+)?$/.test(known) ? `'${known}` : known;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function file(name, content, type) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
    Table.made('a', {href: url, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(url), 9999);
    return name;
  }

  function as(format, name, {lines, told}, then) {
    if (format === 'csv') return then(file(`${name}.csv`, csv(lines), 'text/csv;charset=utf-8'));
    const head = [[told.title, 'value'], [told.subtitle, 'muted']];
    const foot = [[told.source, 'muted'], [document.URL, 'muted']];
    const scene = Chart.scene(lines, {width: 960, head, foot});
    if (format === 'png') {
      return Draw.canvas(scene, 2).toBlob(blob => then(file(`${name}.png`, blob)), 'image/png');
    }
    const paper = {role: 'paper', d: `M0,0H${scene.width}V${scene.height}H0Z`};
    const made = Draw.svg({...scene, shapes: [paper, ...scene.shapes]},
      {width: scene.width, height: scene.height, role: 'img'});
    const [title, desc] = ['title', 'desc'].map(tag => Draw.element(tag, {}));
    title.textContent = told.title;
    desc.textContent = told.description;
    made.prepend(title, desc);
    return then(file(`${name}.svg`, new XMLSerializer().serializeToString(made), 'image/svg+xml'));
  }

  return {as, csv};
})();

/* The rows in which readers choose: a measure for each line, and by what it is split. */
const Choices = (() => {
  const {made} = Table;

  const selects = row => [...row.querySelectorAll('.split select')];

  function split(row, {measure, chosen: codes}) {
    const held = row.querySelector('.split');
    if (held.dataset.of !== measure.id) {
      held.dataset.of = measure.id;
      held.replaceChildren(...Lines.splits(measure).map(({id, label}) => {
        const select = made('select', {name: id}, new Option(say('everyone'), ''),
          ...Lines.codes(measure, id).map(([code, words]) => new Option(words, code)));
        return made('label', {}, made('span', {}, label), ' ', select);
      }));
    }
    for (const select of selects(row)) select.value = codes[select.name] || '';
  }

  /* Return what a row asks for; what has no results together gives way to the latest choice. */
  function chosen(row, {id}, latest, measure) {
    if (latest.name === 'measure') return {id: latest.value, codes: {}};
    const codes = Object.fromEntries(selects(row).filter(one => one.value).map(one => [one.name, one.value]));
    if (Lines.has(measure, codes)) return {id, codes};
    const alone = latest.value ? {[latest.name]: latest.value} : {};
    return {id, codes: Lines.has(measure, alone) ? alone : {}, instead: true};
  }

  function show(list, template, lines) {
    while (list.children.length > lines.length) list.lastElementChild.remove();
    lines.forEach((line, at) => {
      if (!list.children[at]) list.append(template.cloneNode(true));
      const row = list.children[at], name = say('line', {number: at + 1});
      const [legend, measure, told, remove] = row.querySelectorAll('legend, [name=measure], .told, button');
      const key = Draw.svg({width: 44, height: 16, shapes: Chart.swatch(at)}, {'aria-hidden': 'true', class: 'key'});
      legend.replaceChildren(key, ` ${name}`);
      measure.value = line.measure.id;
      remove.disabled = lines.length === 1;
      remove.lastElementChild.textContent = `: ${name}, ${line.full}`;
      told.replaceChildren(...(line.rating ? [chip(line), ' '] : []), Sentences.latest(line));
      split(row, line);
    });
  }

  function chip({rating}) {
    return document.querySelector('#chips').content.querySelector(`[data-rating=${rating}]`).cloneNode(true);
  }

  function next(lines, ids) {
    const there = new Set(lines.map(line => `${line.measure.id} ${Address.pairs(line.chosen)}`));
    const {measure, chosen} = lines.at(-1);
    const first = Object.keys(chosen)[0];
    const order = Lines.splits(measure).map(({id}) => id).sort((a, b) => (b === first) - (a === first));
    for (const dimension of order) {
      for (const [code] of Lines.codes(measure, dimension)) {
        const codes = {[dimension]: code};
        if (Lines.has(measure, codes) && !there.has(`${measure.id} ${Address.pairs(codes)}`)) {
          return {id: measure.id, codes};
        }
      }
    }
    const used = new Set(lines.map(line => line.measure.id));
    return {id: ids.find(id => !used.has(id)) || measure.id, codes: {}};
  }

  return {chosen, next, show};
})();

/* The explorer: keeps what is chosen, loads its files, and shows all of it. */
(() => {
  const at = id => document.getElementById(id);
  const tell = text => { at('announced').textContent = text; };
  const ids = [...at('choice').content.querySelectorAll('option')].map(one => one.value);
  if (location.protocol === 'file:' || !ids.length) {
    at('bare').className = 'note';
    return;
  }

  const loaded = new Map();
  let state = {lines: []};
  let lines = [];
  let told = {};
  let turn = 0;

  const list = document.querySelector('.choices');
  const place = ({target}) => [...list.children].indexOf(target.closest('li'));
  const focus = index => list.children[index].querySelector('select').focus();
  /* All comes at once, so that nothing moves. */
  const rows = () => {
    at('explorer').hidden = false;
    at('bare').hidden = true;
    Choices.show(list, at('choice').content, lines);
  };

  list.addEventListener('change', event => {
    const index = place(event), before = state.lines[index];
    const line = Choices.chosen(list.children[index], before, event.target, loaded.get(before.id));
    show({...state, lines: state.lines.map((one, i) => (i === index ? line : one))}, () =>
      `${say(line.instead ? 'instead' : 'changed', {number: index + 1, name: lines[index].full})} ${Sentences.latest(lines[index])}.`);
  });

  list.addEventListener('click', async event => {
    if (!event.target.closest('button')) return;
    const index = place(event), name = lines[index].full;
    await show({...state, lines: state.lines.filter((_, i) => i !== index)}, () => say('removed', {name}));
    focus(Math.min(index, lines.length - 1));
  });

  async function load(id) {
    const answer = await fetch(`${facts.files}${id}.json`);
    if (!answer.ok) throw new Error(answer.status);
    loaded.set(id, Lines.measure(await answer.json()));
  }

  async function show(wanted, news, keep = true) {
    const mine = turn += 1;
    const missing = [...new Set(wanted.lines.map(({id}) => id))].filter(id => !loaded.has(id));
    if (missing.length) tell(say('loading'));
    try {
      await Promise.all(missing.map(load));
    } catch {
      rows();
      tell(say('failed'));
      return;
    }
    if (mine !== turn) return;
    state = {...wanted, lines: wanted.lines.map(({id, codes}) => ({id, codes: Lines.has(loaded.get(id), codes) ? codes : {}}))};
    draw();
    if (keep) history.pushState(null, '', Address.written(state));
    for (const link of document.querySelectorAll('a[hreflang]')) link.hash = Address.written(state);
    tell(news());
  }

  function draw() {
    const measures = state.lines.map(({id}) => loaded.get(id));
    const all = Periods.unique(Table.points(measures));
    const between = bounds(all);
    lines = Lines.named(state.lines.map(({id, codes}) =>
      Lines.line(loaded.get(id), codes, between, state.way)));
    rows();
    spans(all, between);
    at('way').checked = state.way;
    at('way').closest('label').hidden = !measures.some(one => one.way.length);
    at('add').disabled = lines.length >= Address.MOST;
    picture();
    at('chart-table').replaceChildren(Table.of(lines));
  }

  function bounds(all) {
    const find = text => all.find(one => one.text === text);
    return [find(state.from)?.at ?? -Infinity, find(state.to)?.at ?? Infinity];
  }

  function spans(all, [from, to]) {
    const ends = [['from', all.filter(one => one.at <= to), 0], ['to', all.filter(one => one.at >= from), -1]];
    for (const [id, fitting, end] of ends) {
      const outer = fitting.at(end);
      at(id).replaceChildren(...fitting.map(one => new Option(one.name, one === outer ? '' : one.text)));
      at(id).value = fitting.some(one => one.text === state[id] && one !== outer) ? state[id] : '';
    }
  }

  function picture() {
    const width = Math.max(280, Math.round(at('picture').clientWidth));
    const scene = Chart.scene(lines, {width});
    const empty = !scene.shapes.length;
    const sentences = Sentences.description(lines);
    told = {
      title: Sentences.title(lines), subtitle: Sentences.subtitle(lines, scene.begins),
      description: sentences.join(' '), source: source(),
    };
    for (const part of ['title', 'subtitle', 'source']) at(`chart-${part}`).textContent = told[part];
    at('chart-description').replaceChildren(...sentences.map(words => Table.made('li', {}, words)));
    at('picture').replaceChildren(...(empty ? [] : [Draw.svg(scene, {
      role: 'img', 'aria-labelledby': 'chart-title', 'aria-describedby': 'chart-description',
    })]));
    for (const id of ['save-svg', 'save-png']) at(id).disabled = empty;
  }

  function source() {
    const names = [...new Set(lines.flatMap(line => line.measure.sources))].join('; ');
    return `${say('source')}: ${names}. ${say('as_of', {day: facts.as_of})}.`;
  }

  const shows = () => say('shows', {
    names: lines.map(line => line.name).reduce((before, after) => say('then', {before, after})),
  });

  at('add').addEventListener('click', () => {
    const added = Choices.next(lines, ids);
    show({...state, lines: [...state.lines, added]}, () => {
      const [number, line] = [lines.length, lines.at(-1)];
      const full = number === Address.MOST ? ` ${say('full')}` : '';
      return `${say('added', {number, name: line.full})} ${Sentences.latest(line)}.${full}`;
    }).then(() => focus(lines.length - 1));
  });

  for (const id of ['from', 'to']) {
    at(id).addEventListener('change', () => show({...state, [id]: at(id).value}, () => {
      const [first, last] = ['from', 'to'].map(one => at(one).selectedOptions[0].textContent);
      return say('span', {first, last});
    }));
  }

  at('way').addEventListener('change', () =>
    show({...state, way: at('way').checked}, () => say(state.way ? 'way_shown' : 'way_hidden')));

  for (const format of ['csv', 'svg', 'png']) {
    at(`save-${format}`).addEventListener('click', () => {
      const name = [...new Set(lines.map(line => line.measure.id))].join('-').slice(0, 80);
      Save.as(format, name, {lines, told}, file => tell(say('saved', {file})));
    });
  }

  function asked() {
    const wanted = Address.read(location.hash, id => ids.includes(id));
    return wanted.lines.length ? wanted : {...wanted, lines: [{id: ids[0], codes: {}}]};
  }

  addEventListener('popstate', () => show(asked(), shows, false));

  // Here, what names a measure in the address asks for its line.
  for (const one of document.querySelectorAll('.multiples [id]')) one.removeAttribute('id');
  show(asked(), shows, false).then(() => document.fonts.ready).then(() => {
    let before = 0;
    new ResizeObserver(() => {
      const {clientWidth} = at('picture');
      if (clientWidth !== before && lines.length) picture();
      before = clientWidth;
    }).observe(at('picture'));
  });
})();
