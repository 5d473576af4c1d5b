// The one place that React Aria is drawn from: every screen takes its parts here.
export { Button, LinkButton, type ButtonProps, type ButtonVariant, type LinkButtonProps } from './controls/Button.js';
export { IconLink, type IconLinkProps } from './controls/IconLink.js';
export { PlainLink, type PlainLinkProps } from './controls/PlainLink.js';
export { PlainButton, type PlainButtonProps } from './controls/PlainButton.js';
export { IconButton, type IconButtonProps } from './controls/IconButton.js';
export { Menu, type MenuAction, type MenuGroup, type MenuProps } from './controls/Menu.js';
export { SegmentedControl, type Segment, type SegmentedControlProps } from './controls/SegmentedControl.js';
export { Tabs, type TabItem, type TabsProps } from './controls/Tabs.js';
export { TextLink, type TextLinkProps } from './controls/TextLink.js';
export { Toolbar, type ToolbarProps } from './controls/Toolbar.js';

export { Checkbox, type CheckboxProps } from './fields/Checkbox.js';
export type { Choice } from './fields/choice.js';
export { ComboBox, type ComboBoxProps } from './fields/ComboBox.js';
export { DateField, type DateFieldProps } from './fields/DateField.js';
export { DateTimeField, type DateTimeFieldProps } from './fields/DateTimeField.js';
export { DecimalField, type DecimalFieldProps } from './fields/DecimalField.js';
export { DurationField, type DurationFieldProps } from './fields/DurationField.js';
export { FileField, type FileFieldProps } from './fields/FileField.js';
export { Field, type FieldProps } from './fields/Field.js';
export { MultiSelect, type MultiSelectProps } from './fields/MultiSelect.js';
export { NumberField, type NumberFieldProps } from './fields/NumberField.js';
export { RecordCreationContext, type RecordCreation } from './fields/record-creation.js';
export { RecordField, type RecordFieldProps } from './fields/RecordField.js';
export { RecordListField, type RecordListFieldProps } from './fields/RecordListField.js';
export { RadioGroup, type RadioGroupProps } from './fields/RadioGroup.js';
export { RadioRow, type RadioRowProps } from './fields/RadioRow.js';
export { RichTextField, type RichTextFieldProps } from './fields/RichTextField.js';
export { SearchField, type SearchFieldProps } from './fields/SearchField.js';
export { Select, type SelectProps } from './fields/Select.js';
export { Switch, type SwitchProps } from './fields/Switch.js';
export { TimeField, type TimeFieldProps } from './fields/TimeField.js';
export { TextArea, type TextAreaProps } from './fields/TextArea.js';
export { TextField, type TextFieldProps } from './fields/TextField.js';

export { ErrorSummary, FormActions, FormCell, FormGrid, FormSection, type FormErrorEntry, type FormSectionProps } from './form/FormParts.js';
export { ReadField, type ReadFieldProps } from './form/ReadField.js';

export { AlertDialog, type AlertDialogProps } from './overlays/AlertDialog.js';
export { Dialog, type DialogProps } from './overlays/Dialog.js';
export { Lightbox, type LightboxProps } from './overlays/Lightbox.js';
export { Popover, type PopoverProps } from './overlays/Popover.js';
export { Sheet, SidePanel, type SheetProps, type SidePanelProps } from './overlays/Sheet.js';
export { showToast, type ToastContent } from './overlays/toast-queue.js';
export { Tooltip, type TooltipProps } from './overlays/Tooltip.js';

export { Avatar, Person, type AvatarProps } from './display/Avatar.js';
export { Badge, CountBadge, type BadgeProps, type BadgeTone } from './display/Badge.js';
export { Picture, type PictureProps } from './display/Picture.js';
export { RichText } from './display/RichText.js';
export { Breadcrumbs, type Crumb } from './display/Breadcrumbs.js';
export { CodeText, CopyButton, type CodeTextProps } from './display/CodeText.js';
export { Diff, type DiffProps } from './display/Diff.js';
export { hueNames, hueOf, type Hue } from './display/hues.js';
export { Kbd } from './display/Kbd.js';
export { objectIcon, objectIcons } from './display/object-icons.js';
export { Marked, type MarkedProps } from './display/Marked.js';
export { ObjectGlyph, type ObjectGlyphProps } from './display/ObjectGlyph.js';
export { PageHeader, type PageHeaderProps } from './display/PageHeader.js';
export { SimpleTable, type SimpleColumn, type SimpleTableProps } from './display/SimpleTable.js';

export { EmptyState, type EmptyStateProps } from './feedback/EmptyState.js';
export { ErrorState, type ErrorStateProps } from './feedback/ErrorState.js';
export { Notice, type NoticeProps, type NoticeTone } from './feedback/Notice.js';
export { ProgressBar, type ProgressBarProps } from './feedback/ProgressBar.js';
export { Skeleton, SkeletonLines, type SkeletonProps } from './feedback/Skeleton.js';
export { Spinner } from './feedback/Spinner.js';

export { CardList, type CardListProps } from './grid/CardList.js';
export { DataGrid } from './grid/DataGrid.js';
export { readCells, writeCells, type CellRange } from './grid/cell-range.js';
export type { AfterEdit, CellEditorProps, CellFault, DataGridProps, GridCells, GridColumn, GridGroup, GridSort } from './grid/data-grid-types.js';
export { narrowestColumn, widestColumn } from './grid/grid-layout.js';

export { hasModKey } from './keyboard/key-names.js';
export { isComposing, startShortcuts, useActiveShortcuts, useShortcut, type Shortcut } from './keyboard/shortcuts.js';
export {
  applyToDocument, getPreferences, languages, setPreferences, usePreferences, type Density, type Language, type Preferences, type Theme,
} from './preferences/preferences.js';
export { useBelow, useNarrow } from './preferences/use-narrow.js';
export { useColourScheme } from './preferences/use-colour-scheme.js';
export { download, saveFile } from './save-file.js';
export { widgetKit } from './widget-kit.js';
export { classNames } from './class-names.js';
