/** Series of microcontrollers, processors, memory and modules. */
import type { SeriesTable } from '../../table.ts';
import { microchipAt89, microchipAvr, microchipAvrDx } from './avr.ts';
import {
  arteryAt32,
  geehyApm32,
  gigadeviceGd32,
  nuvotonMcu,
  padaukMcu,
  puyaPy32,
  stcMcu,
  wchInterface,
  wchMcu,
} from './chinese.ts';
import { espressifChips, espressifModules } from './espressif.ts';
import { infineonPsoc, infineonUsb, infineonXmc } from './infineon.ts';
import { logicSeries } from './logic.ts';
import { memorySeries } from './memory.ts';
import {
  aithinkerModules,
  digiModules,
  ebyteModules,
  ezurioModules,
  fanstelModules,
  hoperfModules,
  infineonModules,
  microchipModules,
  murataModules,
  qorvoModules,
  quectelModules,
  rakModules,
  raytacModules,
  simcomModules,
  ubloxModules,
  wiznetModules,
} from './modules.ts';
import { nordicNrf } from './nordic.ts';
import { nxpImx, nxpKinetis, nxpLpc, nxpS32k } from './nxp.ts';
import { microchipPic16bit, microchipPic32, microchipPic8 } from './pic.ts';
import { raspberryChips, raspberryModules } from './raspberry.ts';
import { renesasGreenpak, renesasRa, renesasRl78 } from './renesas.ts';
import { microchipSam, microchipSamMpu } from './sam.ts';
import { sensorSeries } from './sensors.ts';
import { silabsMcu, silabsMixed, silabsModules, silabsUsb } from './silabs.ts';
import { stStm32, stStm32mp1 } from './stm32.ts';
import { stStm8 } from './stm8.ts';

export const processorSeries: readonly SeriesTable[] = [
  stStm32,
  stStm32mp1,
  stStm8,
  microchipAvr,
  microchipAvrDx,
  microchipAt89,
  microchipPic8,
  microchipPic16bit,
  microchipPic32,
  microchipSam,
  microchipSamMpu,
  microchipModules,
  espressifChips,
  espressifModules,
  aithinkerModules,
  nordicNrf,
  raspberryChips,
  raspberryModules,
  nxpLpc,
  nxpKinetis,
  nxpS32k,
  nxpImx,
  gigadeviceGd32,
  wchMcu,
  wchInterface,
  arteryAt32,
  geehyApm32,
  puyaPy32,
  nuvotonMcu,
  padaukMcu,
  stcMcu,
  silabsMcu,
  silabsModules,
  silabsUsb,
  silabsMixed,
  infineonPsoc,
  infineonUsb,
  infineonXmc,
  infineonModules,
  renesasRa,
  renesasRl78,
  renesasGreenpak,
  ubloxModules,
  quectelModules,
  simcomModules,
  raytacModules,
  fanstelModules,
  ezurioModules,
  hoperfModules,
  ebyteModules,
  rakModules,
  murataModules,
  digiModules,
  qorvoModules,
  wiznetModules,
  ...memorySeries,
  ...logicSeries,
  ...sensorSeries,
];
