import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import { Outlet } from '@tanstack/react-router';
import { widgetKit } from '../../ui/index.js';
import { RecordSearch } from './RecordSearch.js';
import { useAccountLanguage } from './use-account-language.js';

/** What all pages under `/app` stand in: the parts that fields are drawn with, and the search for records. */
export function WorkspaceFrame() {
  useAccountLanguage();
  return (
    <WidgetKitProvider kit={widgetKit}>
      <RecordSearch />
      <Outlet />
    </WidgetKitProvider>
  );
}
