/** Parts of the BOM that could serve other lines of it, too: fewer reels, and larger quantities of each. */
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { Errors } from '../ui/controls.tsx';

export function Consolidations({ bomId }: { bomId: string }) {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['judged', bomId, 'consolidations'],
    queryFn: () => api.call('GET /boms/:bom_id/consolidations', { params: { bom_id: bomId } }),
  });
  if (error) return <Errors of={[messageOf(error)]} />;
  if (!data || data.consolidations.length === 0) return null;
  return (
    <>
      <h2>Several parts that could be one</h2>
      <ul>
        {data.consolidations.map(({ mpn, manufacturer, sentence }) => (
          <li key={`${manufacturer} ${mpn}`}>
            <p>
              <b className='mono'>{mpn}</b>
              <span className='grow' />
              <span className='quieter'>{manufacturer}</span>
            </p>
            <p className='quieter'>{sentence}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
