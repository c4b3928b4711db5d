'use strict';
/* What the build says of language, plan and numbers, and the words of the page. */
const facts = JSON.parse(document.querySelector('script[type="application/json"]').textContent);

/* Return a message with its holes filled; nothing where there is none of this name. */
const say = (name, values = {}) =>
  (facts.words[name] || '').replace(/%\((\w+)\)s/g, (hole, key) => values[key] ?? hole);

/* Writes exact decimals and periods as the other pages do: digits, signs and names come from the
   build. The rules are those of planpress/model/decimals.py, numerals.py and quantities.py. */
const Numbers = (() => {
  const places = text => (text.split('.')[1] || '').replace(/0+$/, '').length;

  function rounded(text, decimals) {
    const [whole, part = ''] = text.replace(/^[+-]/, '').split('.');
    const digits = part.padEnd(decimals + 1, '0');
    const next = BigInt(whole + digits.slice(0, decimals)) + (digits[decimals] >= '5' ? 1n : 0n);
    const all = next.toString().padStart(decimals + 1, '0');
    const cut = all.length - decimals;
    const made = decimals ? `${all.slice(0, cut)}.${all.slice(cut)}` : all;
    return text.startsWith('-') && /[1-9]/.test(made) ? `-${made}` : made;
  }

  function needed(text, decimals) {
    const [whole, part = ''] = text.replace(/^[+-]/, '').split('.');
    const leading = /[1-9]/.test(whole) ? 0 : part.search(/[1-9]/) + 1;
    return places(rounded(text, Math.max(decimals + 1, leading)));
  }

  function shown(text, decimals, beside) {
    let found = Math.max(decimals, needed(text, decimals));
    const like = Number(beside);
    if (Number(text) === like) return found;
    while (found < places(text) && Number(rounded(text, found)) === like) found += 1;
    return found;
  }

  function grouped(whole) {
    const {group, grouped_from: least, sizes} = facts.numerals;
    if (!group || whole.length < least) return whole;
    const parts = [];
    let rest = whole;
    for (let size = sizes[0]; rest.length > size; size = sizes[parts.length] || size) {
      parts.unshift(rest.slice(-size));
      rest = rest.slice(0, -size);
    }
    return [rest, ...parts].join(group);
  }

  function written(unit, text, decimals) {
    const made = rounded(text, unit === 'dollars' && decimals ? Math.max(decimals, 2) : decimals);
    const [whole, part] = made.replace('-', '').split('.');
    const digits = grouped(whole) + (part ? facts.numerals.decimal + part : '');
    const patterns = facts.numerals[unit] || facts.numerals.number;
    return patterns[made.startsWith('-') ? 1 : 0].replace('{}', () => local(digits));
  }

  function parsed(text) {
    const [, bound = '', number] = /^(>=|<=)?\s*([+-]?\d+(?:\.\d+)?)$/.exec(text);
    return {bound, number};
  }

  const local = digits => digits.replace(/\d/g, digit => [...facts.numerals.digits][digit]);

  function amount(measure, text) {
    return written(measure.unit, text, shown(text, measure.decimals, measure.aim));
  }

  function value(measure, {bound, number}) {
    return say(bound || 'exact', {amount: amount(measure, number)});
  }

  return {amount, local, parsed, value, written};
})();

/* Periods: the build says what each is called, which number it has, and where in time it lies. */
const Periods = (() => {
  function period(form, text) {
    const [name, number, at] = facts.periods[form][text];
    return {form, text, name, number, at};
  }

  /* Return the periods of rows and points, once each, in order. */
  function unique(points) {
    const found = new Map(points.map(({period}) => [`${period.form} ${period.text}`, period]));
    return [...found.values()].sort((a, b) => a.at - b.at);
  }

  const same = (one, other) => one.text === other.text && one.form === other.form;
  const follows = (before, after) => before.form === 'date' || after.number === before.number + 1;

  return {follows, period, same, unique};
})();

/* What is chosen, as it stands in the address:
   #line=graduation-rate&line=graduation-rate~group=male&from=2019-20&to=2024-25&way=no */
const Address = (() => {
  const MOST = 6;

  function read(hash, has) {
    const state = {lines: [], from: '', to: '', way: true};
    for (const part of hash.slice(1).replace(/%7E/gi, '~').replace(/%3D/gi, '=').split('&')) {
      const [name, ...rest] = part.split('=');
      const text = rest.join('=');
      if (name === 'line' && state.lines.length < MOST) {
        const [id, ...codes] = text.split('~');
        if (has(id)) state.lines.push({id, codes: Object.fromEntries(codes.map(one => one.split('=')))});
      }
      if (name === 'from' || name === 'to') state[name] = text;
      if (name === 'way') state.way = text !== 'no';
    }
    return state;
  }

  function written(state) {
    const parts = state.lines.map(({id, codes}) => `line=${[id, ...pairs(codes)].join('~')}`);
    if (state.from) parts.push(`from=${state.from}`);
    if (state.to) parts.push(`to=${state.to}`);
    if (!state.way) parts.push('way=no');
    return `#${parts.join('&')}`;
  }

  const pairs = codes => Object.keys(codes).sort().map(name => `${name}=${codes[name]}`);

  return {MOST, pairs, read, written};
})();

/* A published file of api/indicators/ and a choice in, a line to draw and to tell out. */
const Lines = (() => {
  const spoken = words => words[facts.language] ?? words[facts.first] ?? '';

  function measure(file) {
    const form = facts.forms[file.id];
    const at = text => Periods.period(form, text);
    const {baseline, target, trajectory} = file;
    const point = one => ({period: at(one.period), number: one.value});
    const known = one => one && one.period in facts.periods[form];
    const way = baseline && target ? [baseline, ...trajectory, target].filter(known).map(point) : [];
    return {
      id: file.id,
      name: spoken(file.title),
      unit: file.unit,
      decimals: file.decimals,
      aim: target?.value,
      target: known(target) && point(target),
      stepped: file.shape === 'step',
      way: Periods.unique(way).map(({text}) => way.findLast(({period}) => period.text === text)),
      breaks: file.breaks.filter(({before}) => before in facts.periods[form]).map(cut => ({period: at(cut.before), reason: spoken(cut.reason)})),
      sentence: spoken(file.sentence || {}),
      rating: rated(file),
      groups: Object.fromEntries(file.groups.map(one => [one.group, one])),
      sources: file.sources.map(one => one.name),
      rows: file.series.map(row => ({...row, key: key(row.codes), period: at(row.period)})),
    };
  }

  const key = codes => Address.pairs(codes).join('~');
  const rated = one => (one.rating && one.latest ? {letters: one.rating, period: one.latest.period} : null);

  function codes(one, dimension) {
    const there = new Set(one.rows.map(row => row.codes[dimension]));
    const declared = facts.dimensions.find(({id}) => id === dimension);
    return Object.entries(declared ? declared.codes : {}).filter(([code]) => there.has(code));
  }

  const splits = one => facts.dimensions.filter(({id}) => one.rows.some(row => id in row.codes));

  const has = (one, chosen) => one.rows.some(row => row.key === key(chosen));

  function who(chosen) {
    const labels = facts.dimensions.filter(({id}) => id in chosen)
      .map(({id, codes: known}) => known[chosen[id]] || chosen[id]);
    return labels.reduce((before, after) => say('and_then', {before, after}),
      labels.shift() || '') || say('everyone');
  }

  function line(one, chosen, between, way) {
    const inside = ({at}) => at >= between[0] && at <= between[1];
    const rows = one.rows.filter(row => row.key === key(chosen) && inside(row.period));
    const readings = rows.filter(row => row.value !== undefined).map(row => {
      const {bound, number} = Numbers.parsed(row.value);
      const plain = !bound && row.status !== 'not_comparable';
      return {row, period: row.period, bound, number, height: Number(number), plain};
    });
    const all = !Object.keys(chosen).length;
    const group = Object.keys(chosen).length === 1 && one.groups[chosen.group];
    const rating = all ? one.rating : group ? rated(group) : null;
    const last = readings[readings.length - 1];
    return {
      measure: one,
      chosen,
      all,
      rows,
      readings,
      runs: runs(one, readings),
      rating: rating && last && last.period.text === rating.period ? rating.letters : null,
      way: all && way ? one.way.filter(point => inside(point.period)) : [],
      target: all && way && one.target && inside(one.target.period) ? one.target : null,
      breaks: one.breaks.map(({period, reason}) => {
        const before = rows.findLast(row => row.period.at < period.at);
        return {period, reason, at: before && (before.period.at + period.at) / 2};
      }).filter(({period, at}) => at && rows.at(-1).period.at >= period.at),
      who: who(chosen),
    };
  }

  function runs(one, readings) {
    const found = [];
    readings.forEach((after, at) => {
      const before = readings[at - 1];
      const joined = before && before.plain && after.plain && Periods.follows(before.period, after.period)
        && !one.breaks.some(({period}) => before.period.at < period.at && period.at <= after.period.at);
      if (joined) found[found.length - 1].push(after);
      else found.push([after]);
    });
    return found;
  }

  function named(lines) {
    for (const line of lines) {
      const {name, id} = line.measure;
      const alike = lines.filter(({measure: one}) => one.id === id);
      line.full = say('named', {measure: name, name: line.who});
      if (alike.every(one => one.all)) line.name = name;
      else line.name = alike.length === lines.length ? line.who : line.full;
    }
    return lines;
  }

  return {codes, has, line, measure, named, splits};
})();
