import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CreateDialog, type CreateDialogProps } from './CreateDialog.js';
import { createHref } from './create-address.js';
import { isLongForm } from './form-length.js';

interface CreateRecordProps extends Omit<CreateDialogProps, 'isNested'> {
  /** The address says that a record is made, and its entry in the history gives way to the page of a long form. */
  readonly isInAddress?: boolean;
}

/** A new record: over the page where its form is short, on a page of its own where it is long. */
export function CreateRecord({ isInAddress = false, ...dialog }: CreateRecordProps) {
  const { object, given } = dialog;
  const navigate = useNavigate();
  const isLong = isLongForm(object);
  useEffect(() => {
    if (!isLong) return;
    const { pathname, search } = window.location;
    void navigate({ href: createHref(object.name, given, isInAddress ? undefined : `${pathname}${search}`), replace: isInAddress });
  }, [isLong, navigate, object.name, given, isInAddress]);
  return isLong ? null : <CreateDialog {...dialog} />;
}
