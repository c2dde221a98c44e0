import { z } from 'zod';
import { defineSupplier } from '../../../shared/suppliers/definition.ts';
import { ask } from './read.ts';

export const acme = defineSupplier({
  name: 'acme',
  limits: { perMinute: 60, perDay: 5_000, timeZone: 'Europe/Berlin' },
  env: { ACME_API_KEY: z.string().trim().min(1) },
  create: ({ ACME_API_KEY }) => ({
    name: 'acme',
    batchSize: 10,
    takes: (number) => number.length <= 40,
    lookup: (questions, signal) => ask(ACME_API_KEY, questions, signal),
  }),
});
