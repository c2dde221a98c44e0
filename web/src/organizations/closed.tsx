import { useQueryClient } from '@tanstack/react-query';
import { Frame } from '../app/frame.tsx';
import { goTo } from '../lib/address.ts';
import { Blank, Button } from '../ui/controls.tsx';

/** Instead of a page of an organization that is not this person's any more. */
export function Closed({ name }: { readonly name: string }) {
  const queries = useQueryClient();
  const leave = async () => {
    await queries.invalidateQueries({ queryKey: ['organizations'] });
    goTo('/');
  };
  return (
    <Frame>
      <Blank title={`${name} is closed to you.`}>
        <p>You are no longer a member of it, or it was deleted. An admin of it can invite you again.</p>
        <p>
          <Button look='link' onClick={() => void leave()}>Go on without it</Button>
        </p>
      </Blank>
    </Frame>
  );
}
