// Returns charts not shown once and their words that cannot be read; see charts.py.
([smallest, margin]) => {
  const found = [];
  const shows = element => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  for (const figure of document.querySelectorAll('figure.figure')) {
    const widths = [...figure.querySelectorAll('.picture')];
    const shown = widths.filter(shows);
    const name = figure.id || 'figure';
    if (shown.length !== 1)
      found.push(`${name}: ${shown.length} of ${widths.length} widths are shown`);
    for (const picture of shown) {
      const box = picture.getBoundingClientRect();
      const words = [...picture.querySelectorAll('text')]
        .filter(text => text.textContent.trim() && shows(text))
        .map(text => ({text: text.textContent.trim(), box: text.getBoundingClientRect(),
          size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a}));
      for (const {text, box: word, size} of words) {
        if (size < smallest) found.push(`${name}: “${text}” is ${size.toFixed(1)} pixels high`);
        const beyond = Math.max(box.left - word.left, word.right - box.right,
          box.top - word.top, word.bottom - box.bottom);
        if (beyond > margin)
          found.push(`${name}: “${text}” stands ${Math.ceil(beyond)} pixels outside its picture`);
      }
      words.forEach((one, at) => words.slice(at + 1).forEach(two => {
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        const line = Math.min(one.box.height, two.box.height);
        if (across > 1 && down > line / 3)
          found.push(`${name}: “${one.text}” and “${two.text}” overlap`);
      }));
    }
  }
  return found;
}
