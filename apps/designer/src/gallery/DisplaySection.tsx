import { Avatar, Badge, Breadcrumbs, Button, CodeText, CountBadge, Diff, EmptyState, ErrorState, hueNames, Notice, ObjectGlyph, PageHeader, Person, ProgressBar, SimpleTable, SkeletonLines } from '../ui/index.js';
import { Example } from './Example.js';

const icons = ['users', 'shopping-cart', 'target', 'phone', 'receipt', 'truck', 'building', 'star', 'flag', 'mail', 'calendar', 'gift'];

export function DisplaySection() {
  return (
    <>
      <PageHeader title="Customer" glyph={<ObjectGlyph name="Customer" icon="users" hue="blue" size="large" />} badges={<Badge tone="success">Published</Badge>} description="People and companies that order from us." crumbs={[{ label: 'Objects', href: '/ui-gallery' }, { label: 'Customer' }]} actions={<><Button>Preview</Button><Button variant="primary">Add field</Button></>} />
      <Example name="ObjectGlyph">{hueNames.map((hue, index) => <ObjectGlyph key={hue} hue={hue} icon={icons[index] ?? 'box'} />)}{hueNames.slice(0, 5).map((hue, index) => <ObjectGlyph key={hue} hue={hue} icon={icons[index] ?? 'box'} size="large" />)}</Example>
      <Example name="Badge">
        {(['neutral', 'accent', 'success', 'warning', 'danger', 'info', 'violet'] as const).map((tone) => <Badge key={tone} tone={tone} hasDot>{tone}</Badge>)}
        {hueNames.map((hue) => <Badge key={hue} hue={hue}>{hue}</Badge>)}<CountBadge count={69659} />
      </Example>
      <Example name="Avatar, Person, Breadcrumbs, CodeText">
        <Avatar name="Ada Lovelace" size="large" /><Avatar name="王小明" size="large" /><Avatar name="Grace Hopper" /><Person name="Ana Trujillo" />
        <Breadcrumbs items={[{ label: 'Setup', href: '/setup' }, { label: 'Objects', href: '/setup/objects' }, { label: 'Customer' }]} /><CodeText isCopyable>customers</CodeText>
      </Example>
      <Example name="Diff"><Diff before="Silver" after="Gold" /><Diff before={null} after="2026-11-22" /><Diff before="Old note" after={null} /></Example>
      <Example name="Notice, ProgressBar" isColumns>
        <Notice title="12 records do not fit">They have no e-mail address. Fill them in, or keep the field optional.</Notice><Notice tone="success">All 69,659 orders are in.</Notice><Notice tone="warning" title="Publishing takes about a minute" actions={<Button size="small">Show</Button>} /><Notice tone="danger" title="Values are lost">This removes the field Email with 23,570 values.</Notice>
        <ProgressBar label="Importing orders" value={42} /><ProgressBar label="Counting" />
      </Example>
      <Example name="SimpleTable"><div style={{ flex: 1 }}><SimpleTable label="Fields" rowKey={({ name }) => name} onOpenRow={() => undefined} rows={[{ name: 'Name', type: 'Text', used: 14 }, { name: 'Email', type: 'E-mail', used: 3 }, { name: 'Days since last order', type: 'Integer', used: 1280 }]}
        columns={[{ id: 'name', header: 'Label', render: ({ name }) => name }, { id: 'type', header: 'Type', render: ({ type }) => <Badge>{type}</Badge> }, { id: 'used', header: 'Used by', align: 'end', render: ({ used }) => used }]} /></div></Example>
      <Example name="States" isColumns>
        <EmptyState title="No customers yet" actions={<><Button variant="primary">Create a customer</Button><Button>Import</Button></>}>Create the first one, or bring them in from a file.</EmptyState>
        <ErrorState message="The list could not be loaded." reference="req-7f3a" onRetry={() => undefined} /><SkeletonLines />
      </Example>
    </>
  );
}
