/** `bomstream logout`: ends the session that login began. */
import type { Command } from 'commander';
import { signOut } from '../auth.ts';
import { describe, outputOf } from '../command.ts';
import { whyNot } from '../file-errors.ts';
import { say } from '../output.ts';
import { readSession, removeSession, tokensOfSession } from '../session-file.ts';

export default function define(command: Command): void {
  describe(command, [['bomstream logout', 'here and at the project']])
    .action(async (_options: unknown, command: Command) => {
      const session = await readSession();
      if (session) {
        try {
          await signOut(session, { ...session, accessToken: await tokensOfSession(session)() });
        } catch (error) {
          // It ends here all the same: nobody on this machine can use it any more.
          say(`The project was not told: ${whyNot(error)}`);
        }
        await removeSession();
      }
      const user = session?.email ?? null;
      outputOf(command).value({ user }, () => user ? `${user} is signed out.` : 'Nobody was signed in.');
    });
}
