import { useState } from 'react';
import { AlertDialog, Button, Dialog, Popover, Sheet, showToast, TextField, Tooltip } from '../ui/index.js';
import { Example } from './Example.js';

export function OverlaysSection() {
  const [open, setOpen] = useState<'dialog' | 'alert' | 'sheet' | null>(null);
  const [text, setText] = useState('');
  const close = (isOpen: boolean) => { if (!isOpen) setOpen(null); };
  return (
    <>
      <Example name="Dialog, AlertDialog, Sheet">
        <Button onPress={() => setOpen('dialog')}>Open dialog</Button><Button onPress={() => setOpen('alert')}>Delete field…</Button><Button onPress={() => setOpen('sheet')}>Open sheet</Button>
      </Example>
      <Example name="Toast, Popover, Tooltip">
        <Button onPress={() => showToast({ message: 'Customer saved', tone: 'success', onUndo: () => undefined })}>Show toast</Button>
        <Button onPress={() => showToast({ message: 'The stage was not changed', description: 'Ana changed it two minutes ago.', tone: 'danger' })}>Show error</Button>
        <Popover label="Filter" trigger={<Button>Open popover</Button>}><TextField label="City contains" value={text} onChange={setText} /></Popover>
        <Tooltip content="Shown after half a second" shortcut="mod+k"><Button>Hover me</Button></Tooltip>
      </Example>
      <Dialog isOpen={open === 'dialog'} onOpenChange={close} title="New customer" description="Twelve fields or fewer fit here." footer={<><Button onPress={() => setOpen(null)}>Cancel</Button><Button variant="primary">Create</Button></>}>
        <TextField label="Name" value={text} onChange={setText} isRequired />
      </Dialog>
      <AlertDialog isOpen={open === 'alert'} onOpenChange={close} title="Delete the field Email?" confirmLabel="Delete field" typedConfirmation="Email" onConfirm={() => setOpen(null)}>
        23,570 values are lost. They can be brought back for 30 days.
      </AlertDialog>
      <Sheet isOpen={open === 'sheet'} onOpenChange={close} title="Days since last order" description="Field of Customer" footer={<><Button>Cancel</Button><Button variant="primary">Save</Button></>}>
        <TextField label="Label" value={text} onChange={setText} />
      </Sheet>
    </>
  );
}
