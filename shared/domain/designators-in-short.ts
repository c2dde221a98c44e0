/** `C1-C3, +147`: the first ones, then how many more. Ranges of neighbours are drawn together. */
export function designatorsInShort(written: string, room = 12): string {
  const all = written.split(/[\s,;]+/).filter((each) => each !== '');
  const ranges: { text: string; size: number }[] = [];
  for (let i = 0; i < all.length;) {
    const [, letters = '', digits = ''] = /^(\D*)(\d+)$/.exec(all[i]!) ?? [];
    let j = i + 1;
    while (digits !== '' && all[j] === `${letters}${Number(digits) + j - i}`) j++;
    ranges.push({
      text: j - i > 2 ? `${all[i]}-${all[j - 1]}` : all.slice(i, j).join(', '),
      size: j - i,
    });
    i = j;
  }
  let shown = '';
  let left = all.length;
  for (const { text, size } of ranges) {
    if (shown !== '' && shown.length + text.length + 2 > room) break;
    shown += shown === '' ? text : `, ${text}`;
    left -= size;
  }
  return left > 0 ? `${shown}, +${left}` : shown;
}
