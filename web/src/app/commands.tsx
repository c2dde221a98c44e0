/** Everything by its name: pages, BOMs, lines and what can be done where one is. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useRoute } from 'wouter';
import { allLinesOf } from '../bom/all-lines.ts';
import { lineCommands, LINES_TITLE } from '../bom/line-commands.ts';
import { nameOf } from '../bom/name.ts';
import { organizationTabs } from '../boms/tabs.ts';
import { goTo } from '../lib/address.ts';
import type { Organization } from '../lib/api.ts';
import { useSigned } from '../lib/session.ts';
import { plural } from '../lib/words.ts';
import { Mark } from '../ui/marks.tsx';
import { useKeepAll } from '../ui/toast.tsx';
import { switchTheme } from '../ui/theme.ts';
import { type Commands, commandsOf } from './command-sources.ts';
import './commands.css';
import type { Tab } from './frame.tsx';

/** More than anybody looks through; whoever wants another types on. */
const MOST_BOMS = 8;

interface CommandMenuProps {
  readonly organization: Organization | undefined;
  /** Those of the page that is shown. */
  readonly tabs: readonly Tab[];
  readonly onClose: () => void;
}

export default function CommandMenu({ organization, tabs, onClose }: CommandMenuProps) {
  const { api, supabase, organizations } = useSigned();
  const keepAll = useKeepAll();
  const [wanted, setWanted] = useState('');
  const text = wanted.trim();
  const offered = commandsOf(text);
  // Of the BOM that is open; its pages that have the lines offer them by themselves.
  const [, open] = useRoute('/boms/:id/*?');
  const bomId = open && !offered.some(({ title }) => title === LINES_TITLE) ? open.id : null;
  const { data: lines, isFetching: isReading } = useQuery({
    ...allLinesOf(api, bomId ?? ''),
    enabled: bomId !== null && text !== '',
  });
  const at = organization ?? organizations[0];
  const { data: boms } = useQuery({
    queryKey: ['commands', at?.organization_id, text],
    queryFn: () => api.listBoms(at!.organization_id, { project: null, search: text, after: null }),
    enabled: at !== undefined,
    // what was found for a letter less stands until then
    placeholderData: (before) => before,
  });
  const pages = [...tabs, ...at ? organizationTabs(at.organization_id, 'boms') : []];
  const isMeant = (name: string) => name.toLowerCase().includes(text.toLowerCase());
  const groups: readonly Commands[] = [
    ...offered,
    ...bomId !== null && lines ? [lineCommands(bomId, lines.map((line) => ({ line })), text)] : [],
    {
      title: 'Pages',
      commands: [...new Map(pages.map((page) => [page.href, page])).values()].map(({ href, text, has }) => ({
        id: href,
        text,
        ...(has ? { hint: has } : {}),
        act: () => goTo(href),
      })).filter(({ text, hint = '' }) => isMeant(`${text} ${hint}`)),
    },
    {
      title: 'BOMs',
      commands: (boms?.boms ?? []).filter(({ name }) => isMeant(name)).slice(0, MOST_BOMS).map(
        ({ bom_id, name, line_count }) => ({
          id: bom_id,
          text: nameOf(name),
          hint: plural(line_count, 'line'),
          act: () => goTo(`/boms/${bom_id}`),
        }),
      ),
    },
    {
      title: 'You',
      commands: [
        ...organizations.filter((each) => each !== organization).map(({ organization_id, name }) => ({
          id: organization_id,
          text: `Go to ${name}`,
          act: () => goTo(`/organizations/${organization_id}`),
        })),
        { id: 'theme', text: 'Light or dark', act: switchTheme },
        { id: 'sign-out', text: 'Sign out', act: () => void keepAll().then(() => supabase.auth.signOut()) },
      ].filter(({ text }) => isMeant(text)),
    },
  ].filter(({ commands }) => commands.length > 0);

  return (
    <ModalOverlay
      className='commands-ground'
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className='commands'>
        <Dialog aria-label='Commands'>
          {/* Closed at once: the field would take the first press for its text. */}
          <div
            onKeyDownCapture={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onClose();
            }}
          >
            <Autocomplete inputValue={wanted} onInputChange={setWanted}>
              <SearchField className='commands-field' aria-label='Command' autoFocus>
                <Mark of='find' />
                <Input placeholder='A page, a BOM, a designator, a part number' />
                <kbd aria-hidden='true'>Esc</kbd>
              </SearchField>
              {/* It scrolls, and who has no mouse is to get there, too. */}
              <div className='commands-list' role='group' aria-label='Found' tabIndex={0}>
                <Menu
                  className='menu'
                  aria-label='Commands'
                  renderEmptyState={() => (
                    <p className='quieter'>
                      {isReading ? 'Reading the lines …' : `Nothing here is called “${text}”.`}
                    </p>
                  )}
                >
                  {groups.map(({ title, commands }) => (
                    <MenuSection key={title} id={title} aria-label={title}>
                      <Header>{title}</Header>
                      {commands.map(({ id, text, hint, act }) => (
                        <MenuItem
                          key={id}
                          id={id}
                          textValue={text}
                          className='item'
                          onAction={() => {
                            onClose();
                            act();
                          }}
                        >
                          <span>{text}</span>
                          {hint && <span className='quietest'>{hint}</span>}
                        </MenuItem>
                      ))}
                    </MenuSection>
                  ))}
                </Menu>
              </div>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
