export { asset, assets_fetch, assets_fetch_text } from "./assets";
export { clipboard_read, clipboard_write } from "./clipboard";
export { file_bytes, file_text } from "./files";
export { to_fixed } from "./fixed-text";
export { http_fetch } from "./http";
export { Json, array, json, null_value, object, parse, try_parse } from "./json";
export { log_debug, log_error, log_info, log_warn } from "./log";
export {
  batch,
  core_dispatch_mutation,
  execute_mutation,
  focus,
  hide_overlay,
  navigate,
  navigate_back,
  navigate_replace,
  remove_node,
  replace_text,
  rune_execute_mutation,
  scroll_to,
  show_overlay,
  update_data,
  update_view,
} from "./mutations";
export { get_random, uuid_v4 } from "./random";
export { send_to_host } from "./messaging";
export { send_to_server, server_rpc } from "./server";
export { clear_local_state, delete_local_state, get_local_state, set_local_state } from "./state";
export { get_time_ms } from "./time";
export { clear_timer, set_interval, set_timeout } from "./timers";
