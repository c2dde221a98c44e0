/** Colours of LEDs in the languages that BOMs name them in, beside the English word. */
const WORDS: readonly Readonly<Record<string, string>>[] = [
  { red: 'rot', green: 'grün', blue: 'blau', white: 'weiß', yellow: 'gelb', infrared: 'infrarot' },
  { red: 'rouge', green: 'vert', blue: 'bleu', white: 'blanc', yellow: 'jaune', infrared: 'infrarouge' },
  { red: 'rojo', green: 'verde', blue: 'azul', white: 'blanco', yellow: 'amarillo', infrared: 'infrarrojo' },
  { red: 'rosso', green: 'verde', blue: 'blu', white: 'bianco', yellow: 'giallo', infrared: 'infrarosso' },
];

/** `text` in the language of `said`, where it is a colour: `grün` beside `rot`. */
export function inItsLanguage(said: string, text: string): string {
  const word = said.trim().toLowerCase();
  const language = WORDS.find((words) => Object.values(words).includes(word));
  return language?.[text.toLowerCase()] ?? text;
}
