import { config } from 'zod/v4/core';

// zod would try whether it may compile code, which the page's policy forbids and a browser reports.
config({ jitless: true });
