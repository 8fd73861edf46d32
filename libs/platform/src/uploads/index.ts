export { CheckedFile, UploadLimits, type SentFile } from './checked-file.js';
export { receiveForm, receiveUpload, type ReceivedForm, type ReceivedUpload } from './receive-upload.js';
