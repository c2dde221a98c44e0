import { memo } from 'react';
import { COLUMNS } from '../lines/columns.tsx';
import { Menu } from '../ui/menu.tsx';

interface ColumnsMenuProps {
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** Which columns are shown. */
export const ColumnsMenu = memo(
  function ColumnsMenu({ hidden, onToggle }: ColumnsMenuProps) {
    return (
      <Menu
        label='Columns'
        button='Columns'
        many
        groups={[{
          choices: COLUMNS.filter(({ isOptional }) => isOptional).map((
            { id, title },
          ) => ({
            id,
            text: title,
            isChosen: !hidden.has(id),
            onChoose: () => onToggle(id),
          })),
        }]}
      />
    );
  },
);
