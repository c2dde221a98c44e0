/** Texas Instruments' codes of packages, by the family of each. */
export const TI_CODES: Readonly<Record<string, string>> = {
  DBV: 'SOT-23',
  DDC: 'SOT-23',
  DDF: 'SOT-23',
  DYY: 'SOT-23',
  DBZ: 'SOT-23',
  DCK: 'SC-70',
  DRL: 'SOT-563',
  D: 'SOIC',
  DW: 'SOIC',
  DDA: 'SOIC',
  PW: 'TSSOP',
  PWP: 'TSSOP',
  DGK: 'MSOP',
  DGS: 'MSOP',
  DCU: 'MSOP',
  DB: 'SSOP',
  DBQ: 'SSOP',
  DCT: 'SSOP',
  DCY: 'SOT-223',
  P: 'DIP',
  N: 'DIP',
  ...Object.fromEntries(
    'DRV DSG DRC DRB DRR DQA DPY DQN DSQ DSK DLC RGT RGE RHB RGZ RTE RUG RGY RSE RVC RTW RSA RGR RUM RKP'
      .split(' ')
      .map((code) => [code, 'no-lead']),
  ),
};
