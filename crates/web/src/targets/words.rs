//! The sentences of the pages of targets.

words! {
    TITLE = "Chỉ tiêu {period}" / "Targets, {period}";
    LEAD = "{unit}: {met}/{all} chỉ tiêu đạt." / "{unit}: {met}/{all} targets met.";
    LEAD_NONE = "{unit} chưa được giao chỉ tiêu nào cho kỳ này." / "{unit} has no targets for this period yet.";
    INDICATOR = "Chỉ tiêu" / "Target";
    ASKED = "Giao" / "Asked";
    DONE = "Thực hiện" / "Done";
    RATE = "Tỷ lệ" / "Rate";
    BELOW_SUM = "Cấp dưới được giao" / "Asked of the units below";
    RESULT = "Kết quả" / "Result";
    BEYOND = "Vượt" / "Beyond";
    MET = "Đạt" / "Met";
    BEHIND = "Chậm nhịp" / "Behind";
    RUNNING = "Đang thực hiện" / "Under way";
    NOT_MET = "Chưa đạt" / "Not met";
    OF_N_UNITS = "{sum} ở {n} đơn vị" / "{sum} in {n} {n|unit|units}";
    LEFT_TO_SHARE = "Còn {n} chưa phân" / "{n} not shared out yet";
    SHARED_BEYOND = "Phân vượt {n}" / "Shared out {n} beyond";
    PACE = "nhịp đều đến ngày này: {n}" / "an even pace to this day: {n}";
    EDIT = "Giao, điều chỉnh" / "Set or revise";
    HISTORY = "Chỉ tiêu đã đổi thế nào" / "How the targets changed";
    TAKEN_BACK = "thôi giao" / "taken back";
    NO_PAPER = "không có văn bản" / "no paper";
    RECORDED = "Ghi lúc {when}, {who}" / "Recorded {when}, {who}";
    GRID_TITLE = "Giao chỉ tiêu {period}" / "Set targets, {period}";
    GRID_LEAD = "Sửa con số trong ô; để trống là thôi giao. Ghi bằng một quyết định, ghi hết hoặc không ghi gì."
        / "Change the numbers in the cells; an empty one takes the target back. Written by one decision, all or nothing.";
    UNIT = "Đơn vị" / "Unit";
    OWN_ROW = "(đơn vị này)" / "(this unit)";
    SUM_BELOW = "Cộng các đơn vị trực thuộc" / "Sum of the units below";
    DIFFERENCE = "So với chỉ tiêu của đơn vị" / "Against the unit's own";
    WRITE = "Ghi vào sổ" / "Write";
    PASTE = "Dán từ bảng tính" / "Paste from a spreadsheet";
    PASTE_HINT = "Mỗi dòng: mã hoặc tên đơn vị, rồi các con số theo thứ tự cột của bảng. Bấm Điền vào bảng để xem trước, chưa ghi gì."
        / "Each line: code or name of a unit, then the numbers in the order of the columns. Press Fill to look first; nothing is written.";
    FILL = "Điền vào bảng" / "Fill the grid";
    FILLED = "Đã điền {n} ô từ bảng dán. Xem lại rồi ghi." / "{n} {n|cell was|cells were} filled. Look, then write.";
    NOT_FOUND = "Không thấy đơn vị: {names}" / "No such unit: {names}";
    WRITTEN = "Đã ghi {n} chỉ tiêu theo {number}." / "{n} {n|target|targets} written by {number}.";
    BAD_NUMBER = "“{typed}” không phải là một số" / "“{typed}” is not a number";
    BAD_NUMBER_DO = "Ghi số nguyên như 1.400, hoặc để trống" / "Write a whole number such as 1,400, or leave it empty";
    EMPTY_DO = "Giao chỉ tiêu bằng quyết định, hoặc nhập từ bảng tính." / "Set targets by a decision, or import a spreadsheet.";
}
