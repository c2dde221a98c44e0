import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Frame, NoSuchPage } from '../app/frame.tsx';
import type { BomSummary } from '../lib/api.ts';
import { useApi, useSigned } from '../lib/session.ts';
import { Closed } from '../organizations/closed.tsx';
import { Blank, Loading } from '../ui/controls.tsx';
import { nameOf } from './name.ts';
import { bomOf } from './queries.ts';
import { useLoss } from './use-loss.ts';

/** Instead of a page of a BOM that is not there: of one that was, what has become of it. */
export function GoneBom({ bomId }: { readonly bomId: string }) {
  const api = useApi();
  const bom = useQueryClient().getQueryData<BomSummary>(bomOf(api, bomId).queryKey);
  return bom ? <LostBom bom={bom} /> : <NoSuchPage />;
}

function LostBom({ bom }: { readonly bom: BomSummary }) {
  const { organizations } = useSigned();
  const loss = useLoss(bom, true);
  const organization = organizations.find(({ organization_id }) => organization_id === bom.organization_id);
  if (loss?.what === 'closed') return <Closed name={loss.organization} />;
  return (
    <Frame organization={organization} title={nameOf(bom.name)}>
      {loss?.what === 'deleted'
        ? (
          <Blank title={`${nameOf(bom.name)} was deleted.`}>
            <p>Its lines went with it, and what was decided and found of them. Nobody can bring them back.</p>
            <p>
              <Link href={`/organizations/${bom.organization_id}`}>The other bills of materials</Link>
            </p>
          </Blank>
        )
        : <Loading />}
    </Frame>
  );
}
