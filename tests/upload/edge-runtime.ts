/** Loaded before a function: what the platform's runtime has and plain Deno has not. */
Object.assign(globalThis, { EdgeRuntime: { waitUntil: (work: Promise<unknown>) => work } });
