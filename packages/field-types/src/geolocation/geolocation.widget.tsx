import { pieceOf } from '../parts/pieces.js';
import { PieceInputs } from '../parts/piece-inputs.widget.js';
import type { InputProps } from '../widget-kit.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { placeLabels } from './place-labels.js';

export const geolocationWidget: Widget = { Input: GeolocationInput, Value: GeolocationValue, icon: 'map-pin' };

function GeolocationInput(props: WidgetInputProps) {
  return <PieceInputs input={props} labels={placeLabels} order={['latitude', 'longitude']} draw={{ latitude: DegreesInput, longitude: DegreesInput }} />;
}

function DegreesInput(props: InputProps<string>) {
  const { NumberInput } = useWidgetKit();
  return <NumberInput {...props} suffix="°" format={{ maximumFractionDigits: 15 }} />;
}

/** Leads to a map that needs no account. */
function GeolocationValue({ value }: WidgetValueProps) {
  const { Link } = useWidgetKit();
  if (isEmpty(value)) return null;
  const [latitude, longitude] = ['latitude', 'longitude'].map((key) => String(pieceOf(value, key)));
  return <Link href={`https://www.openstreetmap.org/?mlat=${latitude ?? ''}&mlon=${longitude ?? ''}#map=15/${latitude ?? ''}/${longitude ?? ''}`} external>{`${latitude ?? ''}, ${longitude ?? ''}`}</Link>;
}
