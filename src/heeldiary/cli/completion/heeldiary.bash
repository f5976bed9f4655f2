# heeldiary's completion for bash. In ~/.bashrc: eval "$(heeldiary completion bash)"
_heeldiary() {
    local answer= kind= reply= IFS=' '
    COMPREPLY=()
    answer=$(command heeldiary completion --answer bash -- \
        "${COMP_LINE:0:COMP_POINT}" "${2-}" 2>/dev/null </dev/null) || answer=
    {
        IFS= read -r kind || :
        while IFS= read -r reply; do
            COMPREPLY[${#COMPREPLY[@]}]=$reply
        done
    } <<<"$answer"
    if [[ $kind == files ]]; then
        compopt -o default 2>/dev/null || :
    else
        compopt +o default 2>/dev/null || :
        compopt -o nosort 2>/dev/null || :
    fi
    return 0
}
complete -o default -F _heeldiary heeldiary
