import { memo, useState } from 'react';
import type { Organization } from '../lib/api.ts';
import { goTo } from '../lib/address.ts';
import { useSigned } from '../lib/session.ts';
import { isNotifying, switchNotifying } from '../lib/notify.ts';
import { Menu } from '../ui/menu.tsx';
import { useKeepAll, useToast } from '../ui/toast.tsx';

/** Who is signed in, in which organization, and the way out of both. */
export default memo(function AccountMenu({ shown }: { shown: Organization | undefined }) {
  const { user, organizations, supabase } = useSigned();
  const tell = useToast();
  const keepAll = useKeepAll();
  const [isOn, setOn] = useState(isNotifying);
  // What could still be undone is done while there is somebody who may.
  const signOut = async () => {
    await keepAll();
    await supabase.auth.signOut();
  };
  const name = user.email ?? 'you';
  return (
    <Menu
      label={`Account of ${name}, ${initials(name)}`}
      className='me'
      button={initials(name)}
      groups={[
        {
          title: 'Organizations',
          choices: organizations.map(({ organization_id, name }) => ({
            id: organization_id,
            text: name,
            isChosen: organization_id === shown?.organization_id,
            onChoose: () => goTo(`/organizations/${organization_id}`),
          })),
        },
        {
          title: 'This browser',
          choices: [{
            id: 'notify',
            text: 'Notify me when a run ends',
            isChosen: isOn,
            onChoose: async () => {
              const why = await switchNotifying();
              setOn(isNotifying());
              if (why) tell({ text: why });
            },
          }],
        },
        {
          title: name,
          choices: [{ id: 'sign-out', text: 'Sign out', onChoose: signOut }],
        },
      ]}
    />
  );
});

/** `ines.vasko@…` is IV. */
const initials = (email: string) =>
  email.split('@', 1)[0]!.split(/[._-]/, 2).map((word) => word.slice(0, 1)).join('').toUpperCase();
