/**
 * Words for what a drawing has and nobody buys (holes to mount a board by, marks for a machine's camera, points to measure at) in
 * the languages that headers are read in. The English ones are part of wider rules, see asks.ts.
 */
const WORDS = [
  // German, Dutch
  'montageloch|befestigungsloch|montagebohrung|befestigungsbohrung|passermarke|passmarke|justiermarke|prüfpunkt|messpunkt|testpunkt|lötbrücke',
  'montagegat|bevestigingsgat|testpunt|meetpunt|referentiemerk',
  // French, Spanish, Italian, Portuguese
  'trou de montage|trou de fixation|point de test|point de mesure|mire de centrage|mire optique',
  'agujero de montaje|orificio de montaje|taladro de montaje|taladro de fijación|punto de prueba|punto de test|punto de medida',
  'foro di montaggio|foro di fissaggio|punto di test|punto di prova|punto di misura',
  'furo de montagem|furo de fixação|ponto de teste|ponto de prova|ponto de medição',
  // Polish, Czech
  'otwór montażowy|otwór mocujący|punkt testowy|punkt pomiarowy|znacznik optyczny',
  'montážní otvor|upevňovací otvor|testovací bod|měřicí bod|měřící bod',
  // Swedish, Danish, Norwegian, Finnish
  'monteringshål|fästhål|mätpunkt|monteringshul|monteringshull|målepunkt',
  'kiinnitysreikä|asennusreikä|testipiste|mittauspiste|kohdistusmerkki',
  // Turkish, Russian
  'montaj deliği|test noktası|ölçüm noktası',
  'монтажное отверстие|крепежное отверстие|контрольная точка|тестовая точка|реперный знак|реперная точка',
  // Chinese, Japanese, Korean
  '安装孔|安裝孔|定位孔|测试点|測試點|基准点|基準點|光学点|取付穴|取り付け穴|テストポイント|基準マーク|フィデューシャル',
  '마운팅 홀|고정 홀|테스트 포인트|피듀셜',
].join('|');

/** Without accents, case, and what stands between words: `Prüf-Punkt` is `prufpunkt`. */
const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i').replace(/[\s_\-]+/gu, '');

const PATTERN = new RegExp(WORDS.split('|').map(folded).join('|'));
/** Nothing that is longer is a name. */
const MAX_CHARS = 80;

/** Whether a value, a footprint or a cell for part numbers names such a thing in another language than English. */
export function namesNothingToBuy(text: string): boolean {
  return text.length <= MAX_CHARS && PATTERN.test(folded(text));
}
