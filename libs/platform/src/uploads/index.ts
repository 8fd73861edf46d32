export { CheckedFile, UploadLimits, type SentFile } from './checked-file.js';
export { receiveUpload, type ReceivedUpload } from './receive-upload.js';
