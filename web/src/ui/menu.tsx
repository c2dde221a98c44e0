import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly href?: string;
  readonly isChosen?: boolean;
  readonly onChoose?: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  /** Each with a heading, or without. */
  readonly groups: readonly { readonly title?: string; readonly choices: readonly Choice[] }[];
  /** Stays open, since several may be chosen. */
  readonly many?: boolean;
}

export function Menu({ label, button, className = 'quiet', groups, many = false }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} className={className}>{button}</AriaButton>
      <Popover placement='bottom end'>
        <AriaMenu className='menu' aria-label={label} shouldCloseOnSelect={!many}>
          {groups.map(({ title, choices }, i) => (
            <MenuSection key={i} aria-label={title ?? label}>
              {title && <Header>{title}</Header>}
              {choices.map(({ id, text, href, isChosen, onChoose }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={text}
                  className='item'
                  {...(href === undefined ? {} : { href })}
                  {...(onChoose ? { onAction: onChoose } : {})}
                >
                  {isChosen !== undefined && (
                    <span className='tick' aria-hidden='true'>{isChosen && '✓'}</span>
                  )}
                  {text}
                  {isChosen && <span className='unseen'>chosen</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
