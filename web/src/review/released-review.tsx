import { Link } from 'wouter';
import { BomFrame } from '../bom/bom-frame.tsx';
import { nameOf } from '../bom/name.ts';
import type { BomSummary, Organization } from '../lib/api.ts';
import { may } from '../lib/session.ts';
import { plural } from '../lib/words.ts';
import { Blank } from '../ui/controls.tsx';

interface ReleasedReviewProps {
  readonly bom: BomSummary;
  readonly organization: Organization | undefined;
  /** Questions that were open when it was released. */
  readonly open: number;
}

/** A released revision asks nothing any more: where its questions stand, and where they are answered. */
export function ReleasedReview({ bom, organization, open }: ReleasedReviewProps) {
  return (
    <BomFrame bomId={bom.bom_id} shown='questions'>
      <Blank title='This revision is released: nothing in it is answered any more.'>
        {open > 0 && (
          <p>
            It was released with{' '}
            <Link href={`/boms/${bom.bom_id}?show=ask`}>{plural(open, 'open question')}</Link>.
          </p>
        )}
        <p>
          Questions are answered in a new revision.{' '}
          {may(organization, 'editor') && (
            <Link href={`/organizations/${bom.organization_id}?revises=${bom.bom_id}`}>
              Import the next revision of {nameOf(bom.name)}
            </Link>
          )}
        </p>
      </Blank>
    </BomFrame>
  );
}
