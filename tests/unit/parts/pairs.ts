/** Numbers that look alike: of two parts each, and of one. From manufacturers' own lists. */

/** Two parts, whoever makes them, whatever is known of one of them. */
export const DIFFERENT_PARTS: readonly (readonly [string, string])[] = [
  ['SMBJ5.0A', 'SMBJ50A'],
  ['P6KE6.8A', 'P6KE68A'],
  ['1.5KE6.8A', '1.5KE68A'],
  ['045101.5MRL', '0451015.MRL'],
  ['12.000MHZ', '120.00MHZ'],
  ['MAX232CPE', 'MAX232CPE+'],
  ['LT1117CST', 'LT1117CST#PBF'],
  ['1-480763-0', '1480763-0'],
  ['LM324-N', 'LM324N'],
];

/** The manufacturer's own spelling, another one of the same part, and the manufacturer, null where its scheme tells. */
export const ONE_PART: readonly (readonly [string, string, string | null])[] = [
  ['ERJ-3EKF1003V', 'ERJ3EKF1003V', null],
  ['CRCW06030000Z0EA', 'CRCW0603-0000Z0EA', null],
  ['RC0603FR-0710KL', 'rc0603fr 0710kl', null],
  ['GRM188R71H104KA93', 'GRM188R71H104KA93#', null],
  ['0473460001', '47346-0001', 'Molex'],
  ['0022053021', '22-05-3021', 'Molex'],
  ['0022053021', '22053021', 'molex inc.'],
];
