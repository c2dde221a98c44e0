/** Negative controls: a comparison that does not find these would prove nothing about the store it passes. */

import { RedisError, type RedisStore } from '../../local/redis/store.ts';
import type { Command } from './redis-commands.ts';

type Result = ReturnType<RedisStore['execute']>;

/** Stores with one thing wrong, by what is wrong. */
export const BROKEN_STORES: Record<string, (store: RedisStore) => RedisStore> = {
  'XADD takes an id equal to the last one': (store) =>
    withReplies(store, ([name, key = '', id = ''], reply) => {
      const isEqual = isRefusal(reply, 'equal or smaller') && store.execute(['XREVRANGE', key, id, id]);
      return name?.toUpperCase() === 'XADD' && Array.isArray(isEqual) && isEqual.length > 0 ? id : reply;
    }),
  'a stream without entries is gone': (store) =>
    withReplies(store, ([, key = ''], reply) => {
      if (store.execute(['XLEN', key]) === 0) store.execute(['DEL', key]);
      return reply;
    }),
  'SET leaves the expiry as it is': (store) => ({
    ...store,
    execute(command) {
      const [name = '', key = ''] = command;
      const left = store.execute(['TTL', key]);
      const reply = store.execute(command);
      if (name.toUpperCase() === 'SET' && Number(left) > 0) store.execute(['EXPIRE', key, `${left}`]);
      return reply;
    },
  }),
  'options count in upper case only': (store) => ({
    ...store,
    execute: (command) => store.execute(command.map((word) => word === 'count' ? 'limit' : word)),
  }),
  'XREAD answers an empty list when there is nothing': (store) =>
    withReplies(store, ([name], reply) => name?.toUpperCase() === 'XREAD' && reply === null ? [] : reply),
  'statuses are plain strings': (store) =>
    withReplies(
      store,
      (_command, reply) =>
        typeof reply === 'object' && reply !== null && 'status' in reply ? reply.status : reply,
    ),
  'one error has another text': (store) =>
    withReplies(
      store,
      (_command, reply) =>
        isRefusal(reply, 'WRONGTYPE') ? new RedisError('WRONGTYPE wrong kind of value') : reply,
    ),
  'a transaction runs what it can': (store) => ({
    ...store,
    transaction: (queue) => queue.map(store.execute),
  }),
};

function withReplies(
  store: RedisStore,
  change: (command: Command, reply: Result) => Result,
): RedisStore {
  return { ...store, execute: (command) => change(command, store.execute(command)) };
}

function isRefusal(reply: unknown, text: string): boolean {
  return reply instanceof RedisError && reply.message.includes(text);
}
