"""What a command has found and done."""

from collections.abc import Mapping
from typing import Final

from assess.presentation.plural import Plural

OUTCOMES: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "freeze_done": "Đã niêm phong {questionnaire} {version}: {path}. Từ nay nội dung của phiên bản này không sửa nữa.",
        "freeze_already": "{questionnaire} {version} đã niêm phong từ trước và không thay đổi: {path}",
        "export_done": "Đã ghi dữ liệu: {path}",
        "export_counts": "{agencies} cơ quan · {files} tệp ({written} tệp mới ghi) · phiên bản {version}",
        "reminder": "nhắc nhở",
        "frame_warning": "khung trang: {warning}",
        "problem_more": "{path}: và {count} lỗi nữa",
        "check_none": "Không có lỗi: đã kiểm tra {files} tệp.",
        "check_some": "{problems} lỗi, {warnings} nhắc nhở trong {files} tệp đã kiểm tra.",
        "build_done": "Đã tạo trang: {path}",
        "build_counts": "{agencies} cơ quan · {pages} trang ({written} tệp mới ghi) · {problems} lỗi · {seconds} giây",
        "build_files": "{read} bản trả lời = {built} công bố + {refused} bị từ chối + {skipped} không công bố",
        "build_look": "Xem trên máy này: assess serve; đưa lên máy chủ: cả thư mục {path}",
        "init_done": "Đã tạo {path}. Tiếp theo:\n  cd {path}\n  assess new {agency} --questionnaire {questionnaire} --period {period}\n  assess build",
        "communes_done": "{names}: đã thêm {count} xã, phường, đặc khu vào {path}",
        "new_done": "Đã tạo {path}. Điền câu trả lời, rồi: assess check {path}",
        "new_done_side": "Đã tạo {path}. Điền kết quả, rồi: assess check {path}",
        "schema_done": "Đã ghi {path}",
    },
    "en": {
        "freeze_done": "Froze {questionnaire} {version}: {path}. From now on what this version says is not changed any more.",
        "freeze_already": "{questionnaire} {version} was frozen before and has not changed: {path}",
        "export_done": "Data written: {path}",
        "export_counts": "agencies: {agencies} · files: {files} (written: {written}) · version: {version}",
        "reminder": "reminder",
        "frame_warning": "frame: {warning}",
        "problem_more": "{path}: and {count} more",
        "check_none": "No problems. Files checked: {files}.",
        "check_some": "Problems: {problems}; reminders: {warnings}; files checked: {files}.",
        "build_done": "Site built: {path}",
        "build_counts": "agencies: {agencies} · pages: {pages} (files written: {written}) · problems: {problems} · seconds: {seconds}",
        "build_files": "responses: {read} = {built} published + {refused} refused + {skipped} not published",
        "build_look": "See it here: assess serve; to publish it, copy the whole folder {path} to a server",
        "init_done": "Made {path}. Next:\n  cd {path}\n  assess new {agency} --questionnaire {questionnaire} --period {period}\n  assess build",
        "communes_done": Plural(
            "{names}: added {count} communes, wards and special zones to {path}",
            one="{names}: added {count} commune, ward or special zone to {path}",
        ),
        "new_done": "Made {path}. Fill in the answers, then: assess check {path}",
        "new_done_side": "Made {path}. Fill in what was found, then: assess check {path}",
        "schema_done": "Wrote {path}",
    },
}
