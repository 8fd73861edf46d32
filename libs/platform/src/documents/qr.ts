import { toString as drawQr } from 'qrcode';

/** The QR code of an address, as SVG: vector, no network, same bytes for the same address. */
export const qrSvg = (address: string): Promise<string> => drawQr(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
