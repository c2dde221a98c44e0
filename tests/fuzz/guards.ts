/**
 * Guards of the product, and how to take each away. Without any one of them a promise is broken, and the schedules
 * must find out: `harm` is how they say so.
 */
export interface Guard {
  readonly without: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly text: string;
  readonly by: string;
  readonly harm: RegExp;
}

export const GUARDS: readonly Guard[] = [
  {
    without: 'the check of the cursor, a client gets events at or below it',
    file: 'stream/feed.ts',
    text: 'compareEventIds(events[known]!.id, this.#cursor) <= 0',
    by: 'false',
    harm: /again or late/,
  },
  {
    without: 'a look at where the client is, one that is ahead of the others gets what it has already',
    file: 'stream/feed.ts',
    text: 'compareEventIds(this.#cursor, events.at(-1)!.id) === 0',
    by: 'true',
    harm: /again or late/,
  },
  {
    without: 'the wait for what was missed, live events overtake it',
    file: 'stream/feed.ts',
    text: 'if (this.#readOn) this.#newestLive =',
    by: 'if (!this.#sink) this.#newestLive =',
    harm: /missed/,
  },
  {
    without: 'a look at the newest event, the end of an older run ends the stream',
    file: 'stream/feed.ts',
    text: 'this.#end = newest.terminal ? { id: newest.id, status: newest.status } : null;',
    by:
      'const end = events.slice(known).find(({ terminal }) => terminal); this.#end = end ? { id: end.id, status: end.status } : null;',
    harm: /the stream ends at/,
  },
  {
    without: 'the gap rule, a flushed stream passes for a whole one',
    file: 'stream/topic.ts',
    text: 'if (!isDirectSuccessor(this.#place.cursor, this.#place.cursorIsTerminal, event.id)) {',
    by: 'if (event === null) {',
    harm: /missed/,
  },
  {
    without: 'the gap rule for a single entry, a stream trimmed to one passes for a whole one',
    file: 'stream/topic.ts',
    text: 'if (!isDirectSuccessor(',
    by: 'if (events.length > 1 && !isDirectSuccessor(',
    harm: /missed/,
  },
  {
    without: 'the fill of a gap, what Redis lost stays lost',
    file: 'stream/hub.ts',
    text: 'topic.hasGap || topic.isKnownBehind ||',
    by: 'topic.isKnownBehind ||',
    harm: /missed/,
  },
  {
    without: 'reconciling, nobody notices that Redis was emptied',
    file: 'stream/hub.ts',
    text: 'this.#reconcile.dueAt <= this.#pollAt',
    by: 'false',
    harm: /still at|never done/,
  },
  {
    without: 'the look at the table while no run is at work, nobody notices that one begins',
    file: 'stream/hub.ts',
    text: 'else await this.#lookAtTable();',
    by: '',
    harm: /still at|never done/,
  },
  {
    without: 'the fallback to the table, nothing comes while Redis is away',
    file: 'stream/hub.ts',
    text: 'if (topics.length === 0) return;',
    by: `if (topics.length === 0 || this.#store === 'table') return;`,
    harm: /never done/,
  },
  {
    without: 'topics of their own, everybody gets the events of every BOM',
    file: 'stream/hub.ts',
    text: 'topic.deliver(topic.acceptHot(eventsIn(answer), now()), now());',
    by:
      'const passed = topic.acceptHot(eventsIn(answer), now()); for (const each of this.#topics.values()) each.deliver(passed, now());',
    harm: /something of another BOM/,
  },
  {
    without: 'clients, Redis is polled all the same',
    file: 'stream/topic.ts',
    text: 'return this.#place.isStarted && this.hasSubscribers;',
    by: 'return this.#place.isStarted;',
    harm: /for nobody/,
  },
  {
    without: 'the right to the BOM, a cursor alone opens its replay',
    file: 'stream/bom-stream.ts',
    text: 'const start = await connectToBom(database, viewer, bomId, cursor);',
    by:
      `const start = cursor ? { newest: null, changeId: null, cursor: 'honoured' as const, following: [] } : await connectToBom(database, viewer, bomId, cursor);`,
    harm: /not its own/,
  },
  {
    without: 'an answer to refusals, a stranger is let in',
    file: 'stream/bom-stream.ts',
    text: 'const start = await connectToBom(database, viewer, bomId, cursor);',
    by:
      `const start = await connectToBom(database, viewer, bomId, cursor).catch(() => ({ newest: null, changeId: null, cursor: 'none' as const, following: [] }));`,
    harm: /not its own/,
  },
  {
    without: 'a look at the cursor, 204 is answered at the end of an older run',
    file: 'stream/bom-stream.ts',
    text: 'compareEventIds(newest.id, cursor) === 0 && isTerminal(newest.type)',
    by: 'isTerminal(newest.type)',
    harm: /that nothing more comes/,
  },
  {
    without: 'asking again who may watch, a former member goes on watching',
    file: 'stream/streams.ts',
    text: 'rights.add(session, viewer, scope, role, askedAt);',
    by: '',
    harm: /after it lost the right/,
  },
  {
    without: 'an end to what nobody confirms, streams outlive the right to them while the database is away',
    file: 'stream/rights.ts',
    text: 'if (now() - confirmedAt >= UNCONFIRMED_MS) stream.endUnconfirmed();',
    by: 'if (confirmedAt < 0) stream.endUnconfirmed();',
    harm: /after any confirmation/,
  },
  {
    without: 'an eye on whom the question was about, somebody who came back is sent away',
    file: 'stream/rights.ts',
    text: 'changed.get(keyOf(watching.right)) ?? {}',
    by: '[...changed.values()][0] ?? {}',
    harm: /the stream ends: access_revoked/,
  },
  {
    without: 'the exception for ends, a slow client never hears that a run ended',
    file: 'stream/outbox.ts',
    text: 'replaceableFor: terminal ? null : bomId',
    by: 'replaceableFor: bomId',
    harm: /missed the end of a run/,
  },
  {
    without: 'the newest event, a slow client stays behind',
    file: 'stream/outbox.ts',
    text: 'if (events.length > 0 && this.#bytes > limit) this.#conflate(bomId);',
    by: 'if (this.#bytes > limit) return;',
    harm: /still at|missed the end/,
  },
  {
    without: 'all of its events, a publication leaves ids out of Redis',
    file: 'progress/publisher.ts',
    text: 'const top = await append(bomId, events, expire_seconds);',
    by: 'const top = await append(bomId, events.length > 1 ? events.slice(1) : events, expire_seconds);',
    harm: /Redis lacks/,
  },
  {
    without: 'a look at Postgres, a stale key hides this one',
    file: 'progress/publisher.ts',
    text: 'if (compareEventIds(top, last) > 0 && await isStale(bomId, formatEventId(top))) {',
    by: 'if (bomId === formatEventId(top)) {',
    harm: /never committed|Redis lacks/,
  },
  {
    without: 'a comparison of ids, an event whose answer was lost is never done',
    file: 'progress/redis.ts',
    text: 'results[i]?.error && compareEventIds(top, event.id) < 0',
    by: 'results[i]?.error',
    harm: /never caught up/,
  },
];
