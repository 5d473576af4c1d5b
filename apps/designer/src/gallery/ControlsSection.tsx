import { Copy, Download, Filter, LayoutGrid, List, MoreHorizontal, Plus, Settings, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton, Kbd, LinkButton, Menu, SegmentedControl, Tabs, TextLink, Toolbar } from '../ui/index.js';
import { Example } from './Example.js';

export function ControlsSection() {
  const [view, setView] = useState<'table' | 'board'>('table');
  const [tab, setTab] = useState('fields');
  return (
    <>
      <Example name="Button">
        <Button variant="primary">Publish 3 changes</Button><Button variant="primary" icon={Plus}>New customer</Button><Button>Cancel</Button><Button icon={Download}>Export</Button>
        <Button variant="quiet" icon={Filter}>Filter</Button><Button variant="danger" icon={Trash2}>Delete field</Button>
        <Button isDisabled>Disabled</Button><Button variant="primary" isPending>Saving</Button><Button size="small">Small</Button><Button size="large">Large</Button><LinkButton href="/ui-gallery">Link</LinkButton>
      </Example>
      <Example name="IconButton">
        <IconButton icon={Settings} label="Settings" /><IconButton icon={Copy} label="Copy" size="small" /><IconButton icon={List} label="List" isActive /><IconButton icon={Trash2} label="Delete" isDisabled />
      </Example>
      <Example name="Menu">
        <Menu label="More" trigger={<IconButton icon={MoreHorizontal} label="More actions" />} groups={[
          { id: 'one', title: 'Record', items: [{ id: 'copy', label: 'Copy link', icon: Copy, shortcut: 'mod+shift+c' }, { id: 'export', label: 'Export', icon: Download, description: 'As CSV, with what is filtered' }, { id: 'view', label: 'View as', icon: LayoutGrid, items: [{ id: 't', label: 'Table', isChosen: true }, { id: 'b', label: 'Board' }] }] },
          { id: 'two', items: [{ id: 'delete', label: 'Delete', icon: Trash2, tone: 'danger' }] },
        ]} />
      </Example>
      <Example name="SegmentedControl, TextLink, Kbd">
        <SegmentedControl label="View" value={view} onChange={setView} segments={[{ value: 'table', label: 'Table', icon: List }, { value: 'board', label: 'Board', icon: LayoutGrid }]} />
        <TextLink href="/ui-gallery">View the customer</TextLink><Kbd keys="mod+k" /><Kbd keys="g h" />
      </Example>
      <Example name="Toolbar"><Toolbar label="List" end={<Button variant="primary" icon={Plus}>New</Button>}><Button variant="quiet" icon={Filter}>Filter</Button><Button variant="quiet" icon={List}>Fields</Button></Toolbar></Example>
      <Example name="Tabs"><Tabs label="Object" value={tab} onChange={setTab} items={[{ id: 'fields', label: 'Fields', count: 16, content: 'Sixteen fields' }, { id: 'relations', label: 'Relations', count: 2, content: 'Two relations' }, { id: 'access', label: 'Access', content: 'Who may do what' }]} /></Example>
    </>
  );
}
